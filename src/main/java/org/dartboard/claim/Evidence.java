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
   * Some of the claim's runs are there, others have yet to be made. The claim stays undecided until
   * they are, so that nobody can stop when the figures please.
   *
   * @param measured at most one entry for each target, in any order
   * @param finished how many runs there are
   * @param planned how many there are to be, more than finished
   * @param madeBy the commands that make the others, for the reader
   */
  record Unfinished(List<Measured> measured, int finished, int planned, String madeBy)
      implements Evidence {
    public Unfinished {
      measured = List.copyOf(measured);
      if (finished >= planned) {
        throw new IllegalArgumentException(finished + " of " + planned + " runs are all of them");
      }
    }
  }

  /**
   * The claim's procedure was not run.
   *
   * @param reason why, and how to go on, such as {@code data missing}
   */
  record NotRun(String reason) implements Evidence {}
}
