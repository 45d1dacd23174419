package org.dartboard.claim;

import java.util.List;

/**
 * What was measured for one target.
 *
 * @param target one of the claim's targets
 * @param values one for each run that ended, or the single exact value
 * @param failures how many runs ended without a value
 * @param reference the runs that the target is held against; empty unless the target asks for them
 */
public record Measured(Target target, List<Double> values, int failures, List<Double> reference) {
  public Measured {
    values = List.copyOf(values);
    reference = List.copyOf(reference);
    if (failures < 0) {
      throw new IllegalArgumentException(failures + " failures are impossible");
    }
  }

  /** A target that has no error of its own. */
  public static Measured exact(Target target, double value) {
    return new Measured(target, List.of(value), 0, List.of());
  }

  /** A target that is held against its published figure or a fixed value. */
  public static Measured runs(Target target, List<Double> values, int failures) {
    return new Measured(target, values, failures, List.of());
  }
}
