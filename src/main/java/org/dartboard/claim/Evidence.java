package org.dartboard.claim;

import java.util.List;

/** What there is to decide a claim by. */
public sealed interface Evidence {
  /**
   * The claim's procedure was run.
   *
   * @param measured at most one entry for each target, in any order
   */
  record Measurements(List<Measured> measured) implements Evidence {
    public Measurements {
      measured = List.copyOf(measured);
    }
  }

  /**
   * The claim's procedure was not run.
   *
   * @param reason why, and how to go on, such as {@code data missing}
   */
  record NotRun(String reason) implements Evidence {}
}
