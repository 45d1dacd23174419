package org.dartboard.claim;

import com.fasterxml.jackson.annotation.JsonValue;

/** The word that a verdict comes down to. */
public enum Outcome {
  REPRODUCED("reproduced"),
  NOT_REPRODUCED("not reproduced"),
  INCONCLUSIVE("inconclusive"),
  NOT_RUN("not run"),
  MECHANISM_SEEN("mechanism seen"),
  MECHANISM_NOT_SEEN("mechanism not seen"),
  RECONSTRUCTION_DID_NOT_SHOW_IT("reconstruction did not show it"),
  NO_TRUSTED_TARGET("no trusted target"),
  PUBLISHED_ONLY("published only");

  private final String label;

  Outcome(String label) {
    this.label = label;
  }

  /** The word that files and pages use. */
  @JsonValue
  public String label() {
    return label;
  }
}
