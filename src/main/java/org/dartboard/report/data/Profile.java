package org.dartboard.report.data;

/** How much work a reproduction was given. */
public enum Profile implements Worded {
  /** Seconds: proves that the path works. */
  SMOKE("smoke"),
  /** Minutes on a desk machine: tests the mechanism. */
  DESK("desk"),
  /** The published protocol, unabridged. */
  PAPER("paper");

  private final String text;

  Profile(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
