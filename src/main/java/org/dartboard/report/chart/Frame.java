package org.dartboard.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** An empty XChart chart in the project's style, and the kinds of series that drawings add. */
final class Frame {
  private static final BasicStroke NO_LINE = new BasicStroke(0f);
  private static final Color NO_COLOR = new Color(0, 0, 0, 0);
  private static final BasicStroke HAIRLINE = new BasicStroke(1f);

  private final XYChart chart;
  private int serial;

  Frame(int width, int height, Look look, Size size) {
    this.chart = new XYChart(width, height);
    XYStyler style = chart.getStyler();
    style.setLocale(Locale.ENGLISH);
    style.setChartBackgroundColor(look.background());
    style.setPlotBackgroundColor(look.background());
    style.setPlotBorderVisible(false);
    style.setChartFontColor(look.ink());
    style.setChartPadding(8);
    style.setChartTitleVisible(false);
    style.setAxisTitleFont(size.label());
    style.setXAxisTitleColor(look.ink());
    style.setYAxisTitleColor(look.ink());
    style.setAxisTickLabelsFont(size.small());
    style.setAxisTickLabelsColor(look.muted());
    style.setXAxisTickLabelsColor(look.muted());
    style.setYAxisTickLabelsColor(look.muted());
    style.setAxisTickMarksColor(look.grid());
    style.setXAxisTickMarksColor(look.grid());
    style.setYAxisTickMarksColor(look.grid());
    style.setAxisTicksLineVisible(false);
    style.setAxisTicksMarksVisible(false);
    style.setPlotGridLinesColor(look.grid());
    style.setPlotGridLinesStroke(HAIRLINE);
    style.setPlotMargin(4);
    style.setPlotContentSize(0.999);
    style.setXAxisTickMarkSpacingHint(90);
    style.setYAxisTickMarkSpacingHint(48);
    style.setDecimalPattern("#,##0.########");
    style.setLegendFont(size.small());
    style.setLegendBackgroundColor(look.background());
    style.setLegendBorderColor(look.background());
    style.setLegendPosition(LegendPosition.OutsideS);
    style.setLegendSeriesLineLength(30);
    style.setLegendPadding(12);
  }

  XYChart chart() {
    return chart;
  }

  XYStyler style() {
    return chart.getStyler();
  }

  void legendLayout(boolean vertical) {
    style().setLegendLayout(vertical ? LegendLayout.Vertical : LegendLayout.Horizontal);
  }

  /** A line without markers; it breaks where y is NaN. */
  XYSeries line(double[] x, double[] y, Color color, BasicStroke stroke) {
    return series(x, y, color, stroke, SeriesMarkers.NONE, XYSeriesRenderStyle.Line);
  }

  /** Markers without a line; in the legend they stand where others have their line. */
  XYSeries markers(double[] x, double[] y, Color color, Marker marker) {
    XYSeries series = legendLine(x, y, color, NO_LINE, marker);
    series.setLineColor(NO_COLOR);
    return series;
  }

  /** A filled polygon without outline. */
  XYSeries polygon(double[] x, double[] y, Color fill) {
    XYSeries series =
        series(x, y, fill, NO_LINE, SeriesMarkers.NONE, XYSeriesRenderStyle.PolygonArea);
    series.setFillColor(fill);
    series.setLineColor(NO_COLOR);
    return series;
  }

  /** Markers joined by a line in the legend; in the plot the markers stand alone. */
  XYSeries legendLine(double[] x, double[] y, Color color, BasicStroke stroke, Marker marker) {
    double[] spacedX = new double[x.length * 2];
    double[] spacedY = new double[x.length * 2];
    for (int i = 0; i < x.length; i++) {
      spacedX[2 * i] = x[i];
      spacedY[2 * i] = y[i];
      spacedX[2 * i + 1] = x[i];
      spacedY[2 * i + 1] = Double.NaN;
    }
    return series(spacedX, spacedY, color, stroke, marker, XYSeriesRenderStyle.Line);
  }

  private XYSeries series(
      double[] x,
      double[] y,
      Color color,
      BasicStroke stroke,
      Marker marker,
      XYSeriesRenderStyle form) {
    XYSeries series = chart.addSeries("series " + serial++, x, y);
    series.setXYSeriesRenderStyle(form);
    series.setLineColor(color);
    series.setLineStyle(stroke);
    series.setMarker(marker);
    series.setMarkerColor(color);
    series.setShowInLegend(false);
    return series;
  }

  /** Puts a series into the legend under a name. */
  static void name(XYSeries series, String name) {
    series.setLabel(name);
    series.setShowInLegend(true);
  }
}
