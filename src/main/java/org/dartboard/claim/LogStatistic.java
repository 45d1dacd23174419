package org.dartboard.claim;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a number of a search's log comes down to. */
public enum LogStatistic {
  /** The value at the end. */
  END("end"),
  /** The value at the end less that of the first epoch that has one. */
  CHANGE("change"),
  /** The slope of the least-squares line over the epochs, an epoch. */
  SLOPE("slope"),
  /** The value at the end less the largest of all epochs: how far it has fallen. */
  FALL("fall");

  private final String label;

  LogStatistic(String label) {
    this.label = label;
  }

  /** The word that files and pages use. */
  @JsonValue
  public String label() {
    return label;
  }
}
