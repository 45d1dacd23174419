package org.dartboard.claim;

/** Numbers of runs in words. */
final class Runs {
  private Runs() {}

  /** A number with its noun, such as {@code 3 runs}. */
  static String count(int runs) {
    return runs + (runs == 1 ? " run" : " runs");
  }

  /** Why some runs cannot decide. */
  static String fewer(int runs, int minimum) {
    return count(runs)
        + (runs == 1 ? " is" : " are")
        + " fewer than the "
        + minimum
        + " of the rule";
  }
}
