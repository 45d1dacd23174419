package org.dartboard.report.data;

/** How a chart shows its points. */
public enum ChartForm implements Worded {
  /**
   * Lines with bands over a number, such as accuracy over simulated time; a series of dots is not
   * joined to a line.
   */
  CURVE("curve"),
  /**
   * Small multiples: lines over a number, in panels with the same axes; see {@link PanelSeries}.
   */
  PANELS("panels"),
  /** One row a category, one dot a run, with mean and interval. */
  DOTS("dots"),
  /** One row a category, the published figure against the measured one. */
  COMPARISON("comparison");

  private final String text;

  ChartForm(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
