package org.dartboard.table;

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
}
