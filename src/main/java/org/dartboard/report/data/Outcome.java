package org.dartboard.report.data;

/** What a reproduction found about a claim, in the words that readers see. */
public enum Outcome implements Worded {
  /** The difference lies inside the margin fixed beforehand. */
  REPRODUCED("reproduced"),
  /** The difference lies wholly outside the margin. */
  NOT_REPRODUCED("not reproduced"),
  /** The evidence decides neither way. */
  INCONCLUSIVE("inconclusive"),
  /** Nothing was run; the reason says why. */
  NOT_RUN("not run"),
  /** At desk scale, the effect appeared. */
  MECHANISM_SEEN("mechanism seen"),
  /** At desk scale, the effect did not appear. */
  MECHANISM_NOT_SEEN("mechanism not seen"),
  /** A method rebuilt from an incomplete description did not show the effect. */
  RECONSTRUCTION_DID_NOT_SHOW_IT("reconstruction did not show it"),
  /** No published figure is known well enough to compare with. */
  NO_TRUSTED_TARGET("no trusted target"),
  /** The claim cannot be run here; only the published figures are shown. */
  PUBLISHED_ONLY("published only");

  private final String text;

  Outcome(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
