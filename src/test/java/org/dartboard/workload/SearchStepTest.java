package org.dartboard.workload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dartboard.data.Batch;
import org.dartboard.engine.Supernet;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.engine.onednn.OneDnnSupernet;
import org.dartboard.random.RandomStreams;
import org.junit.jupiter.api.Test;

class SearchStepTest {
  private static final RandomStreams STREAMS = new RandomStreams("search step test", 3);
  private static final SupernetSpec SPEC = SupernetSpec.search(4, 1, 8, 10, true);
  private static final int BATCH = 16;

  @Test
  void weightStepsLowerTheLossOfTheirBatch() {
    Batch batch = RandomImages.batch(STREAMS, "training", BATCH, SPEC.imageSize(), SPEC.classes());
    try (Supernet supernet = new OneDnnSupernet(SPEC, BATCH)) {
      SearchStep step = new SearchStep(supernet, BATCH, STREAMS);
      double first = step.weightStep(batch);
      double last = first;
      for (int i = 0; i < 20; i++) {
        last = step.weightStep(batch);
      }
      assertTrue(last < 0.7 * first, first + " to " + last);
    }
  }

  @Test
  void theFirstAlphaStepMovesEachParameterByTheLearningRateAgainstItsGradient() {
    Batch batch = RandomImages.batch(STREAMS, "training", BATCH, SPEC.imageSize(), SPEC.classes());
    try (Supernet supernet = new OneDnnSupernet(SPEC, BATCH)) {
      SearchStep step = new SearchStep(supernet, BATCH, STREAMS);
      double[] before = step.alpha();
      step.alphaStep(batch);
      double[] after = step.alpha();
      for (int i = 0; i < before.length; i++) {
        double slope = step.alphaGradient()[i] + 1e-3 * before[i];
        assertEquals(before[i] - 3e-4 * Math.signum(slope), after[i], 1e-6);
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameSteps() {
    assertArrayEquals(losses(), losses());
  }

  private static double[] losses() {
    Batch batch = RandomImages.batch(STREAMS, "training", BATCH, SPEC.imageSize(), SPEC.classes());
    try (Supernet supernet = new OneDnnSupernet(SPEC, BATCH)) {
      SearchStep step = new SearchStep(supernet, BATCH, STREAMS);
      return new double[] {step.weightStep(batch), step.alphaStep(batch), step.weightStep(batch)};
    }
  }
}
