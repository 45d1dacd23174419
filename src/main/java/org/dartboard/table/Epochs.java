package org.dartboard.table;

import java.util.Arrays;
import java.util.Optional;

/** How long the benchmark trained. */
public enum Epochs {
  TWELVE("12"),
  TWO_HUNDRED("200");

  private final String label;

  Epochs(String label) {
    this.label = label;
  }

  /** The name used in files and on the command line. */
  public String label() {
    return label;
  }

  /** The constant with the given label, or empty if there is none. */
  public static Optional<Epochs> ofLabel(String label) {
    return Arrays.stream(values()).filter(value -> value.label.equals(label)).findFirst();
  }
}
