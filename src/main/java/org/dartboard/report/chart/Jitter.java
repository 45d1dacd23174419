package org.dartboard.report.chart;

/** Spreads dots of one row evenly, always in the same way. */
final class Jitter {
  /** The golden ratio's fraction: its multiples fill an interval without clusters. */
  private static final double GOLDEN = 0.618_033_988_749_894_9;

  private Jitter() {}

  /** The offset of the dot with this index, from -0.5 to below 0.5. */
  static double offset(int index) {
    double turns = (index + 0.5) * GOLDEN;
    return turns - Math.floor(turns) - 0.5;
  }
}
