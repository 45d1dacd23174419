package org.dartboard.search;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dartboard.space.Cell;

/** Synthetic outcomes for tests. */
public final class TestCells {
  private TestCells() {}

  /** Every cell costs the same; rewards are a fixed shuffle of 0, 1, 2, ... over the ordinals. */
  public static TrainingOutcomes shuffledRanks(double seconds) {
    double[] costs = new double[Cell.COUNT];
    Arrays.fill(costs, seconds);
    return TrainingOutcomes.ofOrdinals(
        // 7919 is prime to 15,625, so this is a permutation.
        IntStream.range(0, Cell.COUNT).mapToDouble(i -> (i * 7919L) % Cell.COUNT).toArray(), costs);
  }

  /** Shuffled ranks with costs of 50 to 149 seconds. */
  public static TrainingOutcomes unequalCosts() {
    return TrainingOutcomes.ofOrdinals(
        IntStream.range(0, Cell.COUNT).mapToDouble(i -> (i * 7919L) % Cell.COUNT).toArray(),
        IntStream.range(0, Cell.COUNT).mapToDouble(i -> 50 + (i * 31) % 100).toArray());
  }
}
