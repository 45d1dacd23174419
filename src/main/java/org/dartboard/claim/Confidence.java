package org.dartboard.claim;

import com.fasterxml.jackson.annotation.JsonValue;

/** How well a published figure is known here. */
public enum Confidence {
  /** Read in the paper itself, its abstract, or a table that its authors ship. */
  PAPER("paper"),
  /** Read in the official repository, or in words of its authors there. */
  README("readme"),
  /** Read in another work that quotes it. */
  SECOND_HAND("second-hand"),
  /** Computed from raw data that the authors ship. */
  COMPUTED("computed"),
  /** Remembered; never decides anything. */
  MEMORY("memory");

  private final String label;

  Confidence(String label) {
    this.label = label;
  }

  /** The word that files and pages use. */
  @JsonValue
  public String label() {
    return label;
  }
}
