package org.dartboard.claim;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a failed run, or one whose value is not finite, counts as. */
public enum FailedRuns {
  /** It is left out, and the verdict says how many were. */
  EXCLUDE("exclude"),
  /**
   * It counts as the value, among the runs that ended on either side, that speaks most against the
   * claim. So where a claim says that its runs are less than their reference, a failed run of its
   * own counts as the greatest value of all, one of the reference as the least.
   */
  WORST("worst");

  private final String label;

  FailedRuns(String label) {
    this.label = label;
  }

  /** The word that files and pages use. */
  @JsonValue
  public String label() {
    return label;
  }
}
