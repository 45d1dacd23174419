package org.dartboard.statistics;

/**
 * A closed interval of real numbers; a point if both ends are equal.
 *
 * @param low the lower end, which may be negative infinity
 * @param high the upper end, not below the lower
 */
public record Interval(double low, double high) {
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("an interval from " + low + " to " + high + " is empty");
    }
  }

  /** The interval of the given half-width around a centre. */
  public static Interval around(double centre, double halfWidth) {
    return new Interval(centre - halfWidth, centre + halfWidth);
  }

  /** Whether the value lies in the interval, ends included. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** Whether every point of this interval lies in the other. */
  public boolean isInside(Interval other) {
    return other.low <= low && high <= other.high;
  }

  /** Whether no point of this interval lies in the other. */
  public boolean isOutside(Interval other) {
    return high < other.low || other.high < low;
  }

  /** The same interval moved by a distance. */
  public Interval shifted(double distance) {
    return new Interval(low + distance, high + distance);
  }
}
