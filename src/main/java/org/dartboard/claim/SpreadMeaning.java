package org.dartboard.claim;

import com.fasterxml.jackson.annotation.JsonValue;

/** What the figure after a ± is. */
public enum SpreadMeaning {
  /** Standard deviation over independent runs. */
  STANDARD_DEVIATION_OF_RUNS("standard-deviation-of-runs"),
  /** Standard error of the mean over independent runs. */
  STANDARD_ERROR("standard-error"),
  /** Standard deviation over repeated trainings of one found architecture. */
  RETRAININGS_OF_ONE_CELL("retrainings-of-one-cell"),
  /** The source does not say. */
  UNKNOWN("unknown");

  private final String label;

  SpreadMeaning(String label) {
    this.label = label;
  }

  /** The word that files and pages use. */
  @JsonValue
  public String label() {
    return label;
  }
}
