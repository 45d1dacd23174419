package org.dartboard.table;

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
}
