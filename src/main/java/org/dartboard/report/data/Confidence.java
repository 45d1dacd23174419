package org.dartboard.report.data;

/** How well a published figure is known. */
public enum Confidence implements Worded {
  /** Read in the paper itself. */
  PAPER("paper"),
  /** Read in the official code or its description. */
  README("readme"),
  /** Read where somebody else quotes it. */
  SECOND_HAND("second-hand"),
  /** Computed from data that the authors published. */
  COMPUTED("computed"),
  /** Quoted from memory: unverified, and never a target. */
  MEMORY("memory");

  private final String text;

  Confidence(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
