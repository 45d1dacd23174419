package org.dartboard.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ChartForm;
import org.dartboard.report.data.Mark;
import org.dartboard.report.data.SeriesPoint;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

/**
 * Categories below each other, values to the right: single runs as a cloud of dots, and under it
 * the measured mean and the published figure, each with its bar. The category's name stands above
 * its row, so that long names have the whole width.
 */
final class RowDrawing implements Drawing {
  private static final int AXIS_HEIGHT = 62;
  private static final double CLOUD_MIDDLE = 0.47;
  private static final double CLOUD_HEIGHT = 0.30;
  private static final double CAP = 0.045;
  private static final double ARROW = 0.012;
  private static final int MANY_DOTS = 60;

  /** By how much of the axis bars may lengthen it, on either side. */
  private static final double BARS_SHARE = 0.2;

  private final Look look;
  private final Size size;
  private final RowLayout layout;
  private final boolean dots;
  private final XYChart chart;
  private final AxisRange range;

  RowDrawing(Chart data, Look look, Size size) {
    this.look = look;
    this.size = size;
    this.dots = data.form() == ChartForm.DOTS;
    List<SeriesPoint> points = data.drawn();
    List<Row> rows =
        Row.of(points.stream().filter(point -> point.mark() != Mark.THRESHOLD).toList());
    this.layout =
        new RowLayout(rows, rowHeight(), rows.stream().map(row -> count(row, dots)).toList(), size);
    List<Mark> marks = points.stream().map(SeriesPoint::mark).distinct().sorted().toList();
    List<String> names = marks.stream().map(mark -> name(points, mark)).toList();
    boolean vertical = Legend.isVertical(names, size);
    int legend = Legend.height(names, size);
    Frame frame =
        new Frame(
            size.width(),
            (int) Math.ceil(layout.height() * rowHeight()) + AXIS_HEIGHT + legend,
            look,
            size);
    frame.legendLayout(vertical);
    this.chart = frame.chart();
    this.range = range(data, points);
    frame.style().setXAxisMin(range.low()).setXAxisMax(range.high());
    frame.style().setYAxisMin(0.0).setYAxisMax(layout.height());
    frame.style().setYAxisTicksVisible(false).setYAxisTitleVisible(false);
    frame.style().setPlotGridHorizontalLinesVisible(false);
    chart.setXAxisTitle(Letters.fitted(data.yLabel(), size.label(), size.width() - 40));
    if (marks.contains(Mark.THRESHOLD)) {
      addThresholds(frame, points, name(points, Mark.THRESHOLD));
    }
    if (marks.contains(Mark.DOT)) {
      addDots(frame, name(points, Mark.DOT));
    }
    for (Mark mark : List.of(Mark.PUBLISHED, Mark.MEASURED)) {
      if (marks.contains(mark)) {
        addFigures(frame, mark, name(points, mark));
      }
    }
  }

  /** The part of the axis of values that is shown. */
  AxisRange shown() {
    return range;
  }

  @Override
  public int width() {
    return chart.getWidth();
  }

  @Override
  public int height() {
    return chart.getHeight();
  }

  @Override
  public void paint(Graphics2D g) {
    chart.paint(g, width(), height());
    double left = chart.getScreenXFromChart(range.low());
    double right = chart.getScreenXFromChart(range.high());
    for (RowLayout.Placed row : layout.rows()) {
      double top = chart.getScreenYFromChart(row.top());
      g.setColor(look.grid());
      g.setStroke(new BasicStroke(1f));
      g.draw(new Line2D.Double(left, top, right, top));
      String count = count(row.row(), dots);
      g.setColor(look.muted());
      Letters.paint(
          g,
          count,
          size.small(),
          right - Letters.width(count, size.small()) - 4,
          top + layout.line(),
          look.background());
      g.setColor(look.ink());
      layout.paintLabel(g, row, left, top, look.background());
    }
  }

  /** Says how many dots a row has; nothing in a chart without dots. */
  private static String count(Row row, boolean dots) {
    int runs = row.with(Mark.DOT).size();
    return !dots ? "" : runs == 1 ? "1 run" : runs + " runs";
  }

  private int rowHeight() {
    return dots ? size.rowHeight() : size.rowHeight() - 18;
  }

  /**
   * Holds everything, but for the bars of measured means beside single runs: the interval of two or
   * three runs may be many times as wide as all that was measured, which is what is to be seen.
   */
  private AxisRange range(Chart data, List<SeriesPoint> points) {
    AxisRange all =
        AxisRange.around(
            points.stream()
                .flatMap(
                    point ->
                        dots && point.mark() == Mark.MEASURED
                            ? Stream.of(point.y())
                            : Stream.of(point.y(), point.low(), point.high()))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue));
    return all.widenedTo(
            points.stream()
                .flatMap(point -> Stream.of(point.low(), point.high()))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue),
            BARS_SHARE)
        .within(
            data.limits(),
            points.stream()
                .map(SeriesPoint::y)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue));
  }

  /** The name that the producer gave, where it gave one; else what the mark is. */
  private static String name(List<SeriesPoint> points, Mark mark) {
    List<String> names =
        points.stream()
            .filter(point -> point.mark() == mark)
            .map(SeriesPoint::series)
            .distinct()
            .toList();
    if (names.size() == 1) {
      return names.get(0);
    }
    return mark == Mark.DOT ? "one run" : mark.text();
  }

  private void addDots(Frame frame, String name) {
    boolean named = false;
    for (RowLayout.Placed row : layout.rows()) {
      double[] values = doubles(row.row().with(Mark.DOT));
      if (values.length == 0) {
        continue;
      }
      double[] heights = new double[values.length];
      for (int k = 0; k < values.length; k++) {
        heights[k] =
            row.bottom()
                + CLOUD_MIDDLE
                + (values.length == 1 ? 0 : Jitter.offset(k) * CLOUD_HEIGHT);
      }
      boolean many = values.length > MANY_DOTS;
      Color color = Look.translucent(look.measured(), many ? 0.5 : 0.8);
      XYSeries series =
          frame.markers(values, heights, color, Glyph.solid(Glyph.Form.CIRCLE, many ? 4.5 : 6.5));
      if (!named) {
        Frame.name(series, Legend.broken(name, size));
        named = true;
      }
    }
  }

  /** A thin line over all rows. */
  private void addThresholds(Frame frame, List<SeriesPoint> points, String name) {
    BrokenLine lines = new BrokenLine();
    for (double threshold :
        doubles(points.stream().filter(point -> point.mark() == Mark.THRESHOLD).toList())) {
      lines.add(threshold, 0, threshold, layout.height());
    }
    XYSeries series = frame.line(lines.x(), lines.y(), look.ink(), new BasicStroke(1f));
    Frame.name(series, Legend.broken(name, size));
  }

  /** Means with their bars: all of one mark in three series, so that the legend has one entry. */
  private void addFigures(Frame frame, Mark mark, String name) {
    boolean published = mark == Mark.PUBLISHED;
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    BrokenLine bars = new BrokenLine();
    BrokenLine caps = new BrokenLine();
    for (RowLayout.Placed row : layout.rows()) {
      double height = row.bottom() + place(published);
      for (SeriesPoint point : row.row().with(mark)) {
        Double low = point.low();
        Double high = point.high();
        if (low != null && high != null) {
          bars.add(Math.max(low, range.low()), height, Math.min(high, range.high()), height);
          addEnd(caps, low, height);
          addEnd(caps, high, height);
        }
        x.add(point.y() == null ? Double.NaN : point.y());
        y.add(height);
      }
    }
    Color color = published ? look.published() : dots ? look.ink() : look.measured();
    BasicStroke solid = new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    BasicStroke bar =
        published
            ? new BasicStroke(
                2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[] {5, 3}, 0f)
            : solid;
    if (!bars.isEmpty()) {
      frame.line(bars.x(), bars.y(), color, bar);
      frame.line(caps.x(), caps.y(), color, solid);
    }
    Glyph glyph =
        published
            ? Glyph.hollow(Glyph.Form.DIAMOND, 10, look.background())
            : Glyph.solid(Glyph.Form.CIRCLE, 10);
    Frame.name(
        frame.legendLine(doubles(x.stream()), doubles(y.stream()), color, bar, glyph),
        Legend.broken(name, size));
  }

  /** A cap where a bar ends; an arrow at the axis' end where it goes on beyond. */
  private void addEnd(BrokenLine caps, double x, double height) {
    if (x >= range.low() && x <= range.high()) {
      caps.add(x, height - CAP, x, height + CAP);
      return;
    }
    double tip = x < range.low() ? range.low() : range.high();
    double length = (range.high() - range.low()) * ARROW;
    double back = x < range.low() ? tip + length : tip - length;
    caps.add(back, height - CAP, tip, height);
    caps.add(tip, height, back, height + CAP);
  }

  private double place(boolean published) {
    if (dots) {
      return published ? 0.08 : 0.20;
    }
    return published ? 0.46 : 0.20;
  }

  private static double[] doubles(List<SeriesPoint> points) {
    return doubles(points.stream().map(SeriesPoint::y).filter(value -> value != null));
  }

  private static double[] doubles(Stream<Double> values) {
    return values.mapToDouble(Double::doubleValue).toArray();
  }
}
