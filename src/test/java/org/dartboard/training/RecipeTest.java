package org.dartboard.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dartboard.data.Augmentation;
import org.dartboard.descent.Descent;
import org.dartboard.testing.Thrown;
import org.junit.jupiter.api.Test;

class RecipeTest {
  /** METHODS of the benchmark's authors: their configuration files and training loop. */
  @Test
  void theBenchmarksRecipeIsTheOneThatItsAuthorsPublished() {
    Recipe recipe = Recipe.benchmark(12);
    assertEquals(16, recipe.width());
    assertEquals(5, recipe.cellsPerStage());
    assertEquals(32, recipe.imageSide());
    assertEquals(12, recipe.epochs());
    assertEquals(256, recipe.batchSize());
    assertEquals(new Descent(0.9, true, 5e-4, 0), recipe.descent());
    assertEquals(new Augmentation(true, 4), recipe.augmentation());
    assertEquals(0.1, recipe.schedule().rate(0));
    assertEquals(0.05, recipe.schedule().rate(6), 1e-15);
    assertEquals(0.05 * (1 + Math.cos(Math.PI * 199 / 200)), rateOfEpoch199Of200(), 1e-15);
  }

  private static double rateOfEpoch199Of200() {
    return Recipe.benchmark(200).schedule().rate(199);
  }

  @Test
  void allThatIsWrongIsReportedTogether() {
    String message =
        Thrown.message(
            IllegalArgumentException.class,
            () ->
                new Recipe(
                    0,
                    0,
                    30,
                    0,
                    0,
                    -1,
                    Double.NaN,
                    new Descent(0.9, true, 0, 0),
                    Augmentation.NONE));
    for (String part :
        new String[] {
          "width 0",
          "cells per stage 0",
          "image side 30",
          "epochs 0",
          "batch size 0",
          "learning rate -1.0",
          "last learning rate NaN"
        }) {
      assertTrue(message.contains(part), message);
    }
    String descent =
        Thrown.message(IllegalArgumentException.class, () -> new Descent(1, true, -1, -1));
    assertTrue(descent.contains("momentum 1.0") && descent.contains("clip -1.0"), descent);
  }
}
