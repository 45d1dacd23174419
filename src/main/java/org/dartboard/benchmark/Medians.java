package org.dartboard.benchmark;

import org.apache.commons.statistics.descriptive.Median;

/** The middle of a process's scores, which one disturbed iteration does not move. */
final class Medians {
  private Medians() {}

  /** The median of at least one value, which are left as they are. */
  static double of(double[] values) {
    return Median.withDefaults().withCopy(true).evaluate(values);
  }
}
