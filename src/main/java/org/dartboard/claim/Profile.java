package org.dartboard.claim;

import com.fasterxml.jackson.annotation.JsonValue;

/** How much effort a run makes. */
public enum Profile {
  /** Seconds: proves that the path works, and decides nothing. */
  SMOKE("smoke"),
  /** What two cores can do in a day; the whole protocol where the table alone is needed. */
  DESK("desk"),
  /** The published protocol, unabridged. */
  PAPER("paper");

  private final String label;

  Profile(String label) {
    this.label = label;
  }

  /** The word that files and pages use. */
  @JsonValue
  public String label() {
    return label;
  }
}
