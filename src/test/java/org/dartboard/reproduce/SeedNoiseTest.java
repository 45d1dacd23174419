package org.dartboard.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.dartboard.report.data.Entry;
import org.dartboard.space.Cell;
import org.junit.jupiter.api.Test;

class SeedNoiseTest {
  private static final Cell CELL = Cell.ofCode("132430");

  /** 1.96 times the root of 0.36 / n + 0.09. */
  private static final SeedNoise NOISE = new SeedNoise(0.6, 0.3);

  @Test
  void moreTrainingsOfACellHaveANarrowerLimit() {
    assertEquals(1.31481, NOISE.limit(1), 1e-5);
    assertEquals(0.89818, NOISE.limit(3), 1e-5);
  }

  @Test
  void eachCellIsHeldAgainstTheLimitOfItsOwnNumberOfTrainings() {
    TrainedCells trained =
        new TrainedCells(
            List.of(
                new TrainedCells.Pair(CELL, List.of(71.31), 70),
                new TrainedCells.Pair(CELL, List.of(68.68), 70),
                new TrainedCells.Pair(CELL, List.of(80.0, 80.89, 81.78), 80),
                new TrainedCells.Pair(CELL, List.of(80.0, 80.91, 81.82), 80),
                new TrainedCells.Pair(CELL, List.of(89.2, 88.9, 89.2), 90)));

    assertEquals(2, NOISE.within(trained));
    assertEquals(
        new Entry(
            "cells within the noise by our own seeds",
            "2 of 5; the limit by trainings of the cell: 1.31 points for 1, 0.90 points for 3"),
        NOISE.entry(trained));
  }

  /** Without noise here, that of the table remains. */
  @Test
  void theTableIsNoisyToo() {
    assertEquals(1.96 * 0.3, new SeedNoise(0, 0.3).limit(3), 1e-12);
  }
}
