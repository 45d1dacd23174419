package org.dartboard.report.data;

/**
 * The name of a series in a chart of panels: {@code panel: line}.
 *
 * @param panel which panel, in the order of the points
 * @param line which line; lines of the same name look alike in all panels
 */
public record PanelSeries(String panel, String line) {
  private static final String BETWEEN = ": ";

  public PanelSeries {
    Identifiers.filled("panel of a series", panel);
    Identifiers.filled("line of a series", line);
    if (panel.contains(BETWEEN)) {
      throw new IllegalArgumentException(
          "panel '" + panel + "' must not contain '" + BETWEEN + "'");
    }
  }

  /**
   * Takes a point's series apart.
   *
   * @throws IllegalArgumentException if it is not a panel and a line
   */
  public static PanelSeries of(SeriesPoint point) {
    int end = point.series().indexOf(BETWEEN);
    if (end < 1) {
      throw new IllegalArgumentException(
          "series of a chart of panels: expected 'panel: line', found '" + point.series() + "'");
    }
    return new PanelSeries(
        point.series().substring(0, end), point.series().substring(end + BETWEEN.length()));
  }

  /** The series' name. */
  public String series() {
    return panel + BETWEEN + line;
  }
}
