package org.dartboard.report.data;

import org.jspecify.annotations.Nullable;

/**
 * A figure as it was measured here. Values may be non-finite: a run can diverge.
 *
 * @param mean the mean over the runs
 * @param sd the standard deviation of single runs; null where there is none, as with one run
 * @param runs number of runs, 1 or more
 * @param low lower end of the mean's interval; null where there is none
 * @param high upper end of the mean's interval; null where there is none
 */
public record Measured(
    double mean, @Nullable Double sd, int runs, @Nullable Double low, @Nullable Double high) {
  public Measured {
    if (runs < 1) {
      throw new IllegalArgumentException("measured runs: expected 1 or more, not " + runs);
    }
    Intervals.check("measured", low, high);
  }
}
