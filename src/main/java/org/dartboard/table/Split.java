package org.dartboard.table;

import java.util.Arrays;
import java.util.Optional;

/** The images on which an accuracy was measured. */
public enum Split {
  VALID("valid"),
  TEST("test"),
  VALTEST("valtest");

  private final String label;

  Split(String label) {
    this.label = label;
  }

  /** The name used in files and on the command line. */
  public String label() {
    return label;
  }

  /** The constant with the given label, or empty if there is none. */
  public static Optional<Split> ofLabel(String label) {
    return Arrays.stream(values()).filter(value -> value.label.equals(label)).findFirst();
  }
}
