package org.dartboard.report.data;

import org.jspecify.annotations.Nullable;

/**
 * Measured less published, or whatever difference the claim's rule is about.
 *
 * @param value the difference, in the figure's unit
 * @param low lower end of its interval; null where there is none
 * @param high upper end of its interval; null where there is none
 */
public record Difference(double value, @Nullable Double low, @Nullable Double high) {
  public Difference {
    Intervals.check("difference", low, high);
  }
}
