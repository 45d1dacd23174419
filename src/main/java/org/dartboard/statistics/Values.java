package org.dartboard.statistics;

/** Checks that every procedure here makes on what it is given. */
final class Values {
  private Values() {}

  /** Refuses values that are not finite, naming the first of them. */
  static void requireFinite(double[] values, String name) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            name + " has the value " + values[i] + " at position " + i + "; it must be finite");
      }
    }
  }

  /** Refuses an empty array and values that are not finite. */
  static void requireSome(double[] values, String name) {
    if (values.length == 0) {
      throw new IllegalArgumentException(name + " is empty; it needs one value at least");
    }
    requireFinite(values, name);
  }

  /** Refuses two arrays of different lengths. */
  static void requirePaired(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "x has " + x.length + " values and y has " + y.length + "; they must be pairs");
    }
    requireFinite(x, "x");
    requireFinite(y, "y");
  }

  /** Refuses a probability of error that is not strictly between 0 and 1. */
  static void requireLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
  }
}
