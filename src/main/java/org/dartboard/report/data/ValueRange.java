package org.dartboard.report.data;

/**
 * Part of an axis of values; either end may be infinite.
 *
 * @param low lower end
 * @param high upper end, at least low
 */
public record ValueRange(double low, double high) {
  /** Without bounds. */
  public static final ValueRange ALL =
      new ValueRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** Of what is no less than 0, such as a distance or a time. */
  public static final ValueRange FROM_ZERO = new ValueRange(0, Double.POSITIVE_INFINITY);

  /** Of shares in percent, such as accuracies. */
  public static final ValueRange PERCENT = new ValueRange(0, 100);

  /** Of shares of one. */
  public static final ValueRange SHARE = new ValueRange(0, 1);

  /** Of correlations and cosines. */
  public static final ValueRange CORRELATION = new ValueRange(-1, 1);

  public ValueRange {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "range of values: expected two numbers, the lower one first, found low "
              + low
              + " and high "
              + high);
    }
  }

  /** The value of this range that is nearest to a value. */
  public double nearest(double value) {
    return Math.min(high, Math.max(low, value));
  }

  /** The smallest range that holds this one and another. */
  public ValueRange with(ValueRange other) {
    return new ValueRange(Math.min(low, other.low), Math.max(high, other.high));
  }
}
