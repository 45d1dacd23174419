package org.dartboard.report.data;

/** What a point of a chart stands for. */
public enum Mark implements Worded {
  /** A point of a line: x and y. */
  LINE("line"),
  /** A slice of a band: x, low and high. */
  BAND("band"),
  /** A single run: x and y. */
  DOT("dot"),
  /** A published figure: x and y, with low and high where its spread is known. */
  PUBLISHED("published"),
  /** A measured mean: x and y, with low and high of its interval where there is one. */
  MEASURED("measured"),
  /** What single runs of all categories are held against: y alone. */
  THRESHOLD("threshold");

  private final String text;

  Mark(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
