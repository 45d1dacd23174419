package org.dartboard.report.chart;

import java.io.IOException;
import java.util.List;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ReportException;

/** Draws charts. The same chart gives the same bytes. */
public final class ChartImages {
  private ChartImages() {}

  /** The chart as SVG, without a painted title; title and text alternative are in the file. */
  public static Image svg(Chart chart, Look look, Size size) throws IOException {
    return svg(chart, look, size, "");
  }

  /**
   * The same with a note.
   *
   * @param note painted under the chart, and said before its text alternative; blank for none
   */
  public static Image svg(Chart chart, Look look, Size size, String note) throws IOException {
    Drawing drawing = drawing(chart, look, size, note);
    String alternative = note.isBlank() ? chart.alternative() : note + ". " + chart.alternative();
    return new Image(
        drawing.width(), drawing.height(), Svg.of(drawing, chart.title(), alternative));
  }

  /** The chart as PNG for slides and papers: light, wide, with its title. */
  public static Image png(Chart chart) throws IOException {
    return png(chart, "");
  }

  /**
   * The same with a note.
   *
   * @param note painted under the chart; blank for none
   */
  public static Image png(Chart chart, String note) throws IOException {
    Drawing drawing = drawing(chart, Look.LIGHT, Size.WIDE, note);
    return new Image(
        drawing.width(), drawing.height(), Png.of(drawing, chart.title(), Look.LIGHT, Size.WIDE));
  }

  private static Drawing drawing(Chart chart, Look look, Size size, String note) {
    Drawing drawing = drawing(chart, look, size);
    return note.isBlank() ? drawing : new NotedDrawing(drawing, note, look, size);
  }

  private static Drawing drawing(Chart chart, Look look, Size size) {
    try {
      return switch (chart.form()) {
        case CURVE -> new CurveDrawing(chart, look, size);
        case PANELS -> new PanelDrawing(chart, look, size);
        case DOTS, COMPARISON -> new RowDrawing(chart, look, size);
      };
    } catch (LinkageError | InternalError e) {
      throw new ReportException(
          List.of(
              "chart "
                  + chart.id()
                  + ": this Java platform finds no fonts to draw with ("
                  + e.getMessage()
                  + "); install fontconfig and a font, such as Debian's fontconfig and"
                  + " fonts-dejavu-core"));
    }
  }
}
