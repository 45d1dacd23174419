package org.dartboard.claim;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a failed run, or one whose value is not finite, counts as. */
public enum FailedRuns {
  /** It is left out, and the verdict says how many were. */
  EXCLUDE("exclude"),
  /**
   * It counts as the value, of the runs and of their reference, that speaks most against the claim.
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
