package org.dartboard.report.chart;

import java.awt.Font;

/** How large a chart is drawn, in pixels of the page. */
public enum Size {
  /** For columns of 700 pixels and more. */
  WIDE(720, 400, 14, 15, 88),
  /** For phones: fewer pixels, so that the letters keep their size. */
  NARROW(358, 340, 12, 13, 84);

  private final int width;
  private final int plotHeight;
  private final int smallFont;
  private final int labelFont;
  private final int rowHeight;

  Size(int width, int plotHeight, int smallFont, int labelFont, int rowHeight) {
    this.width = width;
    this.plotHeight = plotHeight;
    this.smallFont = smallFont;
    this.labelFont = labelFont;
    this.rowHeight = rowHeight;
  }

  int width() {
    return width;
  }

  /** Height of a curve's chart without its legend. */
  int plotHeight() {
    return plotHeight;
  }

  /** Height of one category's row. */
  int rowHeight() {
    return rowHeight;
  }

  Font small() {
    return new Font(Font.SANS_SERIF, Font.PLAIN, smallFont);
  }

  Font label() {
    return new Font(Font.SANS_SERIF, Font.PLAIN, labelFont);
  }

  Font title() {
    return new Font(Font.SANS_SERIF, Font.BOLD, labelFont + 2);
  }
}
