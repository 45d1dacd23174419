package org.dartboard.search;

import org.dartboard.space.Cell;

/** Outcomes in arrays by cell ordinal. */
final class TabulatedOutcomes implements TrainingOutcomes {
  private final double[] rewards;
  private final double[] seconds;

  TabulatedOutcomes(double[] rewards, double[] seconds) {
    this.rewards = checked("rewards", rewards, Double.NEGATIVE_INFINITY);
    this.seconds = checked("seconds", seconds, 0);
  }

  private static double[] checked(String name, double[] values, double above) {
    if (values.length != Cell.COUNT) {
      throw new IllegalArgumentException(
          name
              + " has "
              + values.length
              + " entries, not one for each of "
              + Cell.COUNT
              + " cells");
    }
    for (int ordinal = 0; ordinal < values.length; ordinal++) {
      double value = values[ordinal];
      if (!Double.isFinite(value) || value <= above) {
        throw new IllegalArgumentException(
            name
                + " of cell ordinal "
                + ordinal
                + " is "
                + value
                + ", not a finite number"
                + (above == 0 ? " above 0" : ""));
      }
    }
    return values.clone();
  }

  @Override
  public double reward(Cell cell) {
    return rewards[cell.ordinal()];
  }

  @Override
  public double seconds(Cell cell) {
    return seconds[cell.ordinal()];
  }
}
