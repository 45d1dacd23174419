package org.dartboard.report.data;

import org.jspecify.annotations.Nullable;

/** The rule that all intervals obey: both ends or none, the lower one first. */
final class Intervals {
  private Intervals() {}

  static void check(String what, @Nullable Double low, @Nullable Double high) {
    if ((low == null) != (high == null)) {
      throw new IllegalArgumentException(
          what + " interval: expected both ends or none, found low " + low + " and high " + high);
    }
    if (low != null && high != null && low > high) {
      throw new IllegalArgumentException(
          what + " interval: expected low at most high, found low " + low + " and high " + high);
    }
  }
}
