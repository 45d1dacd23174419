package org.dartboard.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.PanelSeries;
import org.dartboard.report.data.SeriesPoint;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** Small multiples: curves in a grid of panels with the same axes and one legend below. */
final class PanelDrawing implements Drawing {
  private static final int HEADING = 22;
  private static final int SYMBOL = 30;
  private static final int GAP = 14;

  private final Look look;
  private final Size size;
  private final String xLabel;
  private final List<String> names;
  private final List<Panel> panels = new ArrayList<>();
  private final int columns;
  private final int panelWidth;
  private final int panelHeight;
  private final List<List<String>> legend;

  private record Panel(String heading, XYChart chart, List<Curve> curves) {}

  PanelDrawing(Chart data, Look look, Size size) {
    this.look = look;
    this.size = size;
    List<SeriesPoint> points = data.drawn();
    this.columns = size == Size.WIDE ? 3 : 2;
    this.panelWidth = size.width() / columns;
    this.panelHeight = size == Size.WIDE ? 210 : 170;
    this.xLabel = data.xLabel() + (data.yLabel().isBlank() ? "" : "; y: " + data.yLabel());
    this.names = points.stream().map(point -> PanelSeries.of(point).line()).distinct().toList();
    AxisRange x = AxisRange.around(points.stream().mapToDouble(SeriesPoint::number));
    AxisRange y =
        AxisRange.ofValues(
            data, points.stream().map(SeriesPoint::y).mapToDouble(PanelDrawing::orNaN));
    for (String panel :
        points.stream().map(point -> PanelSeries.of(point).panel()).distinct().toList()) {
      panels.add(
          panel(
              panel,
              points.stream().filter(point -> PanelSeries.of(point).panel().equals(panel)).toList(),
              x,
              y));
    }
    this.legend = legendLines();
  }

  private Panel panel(String heading, List<SeriesPoint> points, AxisRange x, AxisRange y) {
    Frame frame = new Frame(panelWidth, panelHeight, look, size);
    frame.style().setLegendVisible(false);
    frame.style().setXAxisTitleVisible(false).setYAxisTitleVisible(false);
    frame.style().setXAxisTickMarkSpacingHint(60);
    frame.style().setXAxisMin(x.low()).setXAxisMax(x.high());
    frame.style().setYAxisMin(y.low()).setYAxisMax(y.high());
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      List<SeriesPoint> line =
          points.stream().filter(point -> PanelSeries.of(point).line().equals(name)).toList();
      if (line.isEmpty()) {
        continue;
      }
      double[] xs = line.stream().mapToDouble(SeriesPoint::number).toArray();
      double[] ys = line.stream().map(SeriesPoint::y).mapToDouble(PanelDrawing::orNaN).toArray();
      // XChart paints no axes without a series; the line itself is painted over them.
      frame.line(xs, ys, new Color(0, 0, 0, 0), new BasicStroke(0f));
      int[] marked = CurvePainter.marked(xs.length, i);
      curves.add(
          new Curve(
              xs, ys, look.series(i), CurvePainter.stroke(i), xs.length > 1, marked, glyph(i)));
    }
    return new Panel(heading, frame.chart(), curves);
  }

  private Glyph glyph(int index) {
    return Glyph.ofSeries(index, 7, look.background());
  }

  @Override
  public int width() {
    return size.width();
  }

  @Override
  public int height() {
    return rows() * (panelHeight + HEADING) + (legend.size() + 1) * Legend.LINE + GAP;
  }

  private int rows() {
    return (panels.size() + columns - 1) / columns;
  }

  @Override
  public void paint(Graphics2D g) {
    g.setColor(look.background());
    g.fillRect(0, 0, width(), height());
    for (int i = 0; i < panels.size(); i++) {
      Panel panel = panels.get(i);
      double left = i % columns * (double) panelWidth;
      double top = i / columns * (double) (panelHeight + HEADING);
      g.setColor(look.ink());
      Letters.paint(
          g,
          Letters.fitted(panel.heading(), size.label(), panelWidth - 2.0 * GAP),
          size.label(),
          left + GAP,
          top + HEADING - 4);
      g.translate(left, top + HEADING);
      panel.chart().paint(g, panelWidth, panelHeight);
      CurvePainter.paint(g, panel.chart(), panel.curves());
      g.translate(-left, -top - HEADING);
    }
    double baseline = rows() * (double) (panelHeight + HEADING) + Legend.LINE * 0.6;
    g.setColor(look.ink());
    String label = Letters.fitted(xLabel, size.label(), width() - 2.0 * GAP);
    double middle = (width() - Letters.width(label, size.label())) / 2;
    Letters.paint(g, label, size.label(), middle, baseline);
    paintLegend(g, baseline + Legend.LINE);
  }

  private void paintLegend(Graphics2D g, double first) {
    double baseline = first;
    for (List<String> line : legend) {
      double x = GAP;
      for (String name : line) {
        int index = names.indexOf(name);
        double middle = baseline - size.small().getSize() * 0.35;
        g.setColor(look.series(index));
        g.setStroke(CurvePainter.stroke(index));
        g.draw(new Line2D.Double(x, middle, x + SYMBOL, middle));
        glyph(index).paint(g, x + SYMBOL / 2.0, middle, 0);
        g.setColor(look.ink());
        String fitted = Legend.fitted(name, size);
        Letters.paint(g, fitted, size.small(), x + SYMBOL + 6, baseline);
        x += entryWidth(name);
      }
      baseline += Legend.LINE;
    }
  }

  /** The names in lines that fit. */
  private List<List<String>> legendLines() {
    List<List<String>> lines = new ArrayList<>();
    double used = Double.POSITIVE_INFINITY;
    for (String name : names) {
      double entry = entryWidth(name);
      if (used + entry > width() - GAP) {
        lines.add(new ArrayList<>());
        used = GAP;
      }
      lines.get(lines.size() - 1).add(name);
      used += entry;
    }
    return lines;
  }

  private double entryWidth(String name) {
    return SYMBOL + 6 + Letters.width(Legend.fitted(name, size), size.small()) + GAP;
  }

  private static double orNaN(@Nullable Double value) {
    return value == null ? Double.NaN : value;
  }
}
