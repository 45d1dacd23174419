package org.dartboard.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.Mark;
import org.dartboard.report.data.SeriesPoint;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** Lines with bands, and dots. Each series has its colour, its dash and its marker. */
final class CurveDrawing implements Drawing {
  private final Size size;
  private final Look look;
  private final XYChart chart;
  private final List<Curve> curves = new ArrayList<>();

  CurveDrawing(Chart data, Look look, Size size) {
    this.size = size;
    this.look = look;
    List<SeriesPoint> points = data.drawn();
    List<String> names = points.stream().map(SeriesPoint::series).distinct().toList();
    boolean vertical = Legend.isVertical(names, size);
    int legend = Legend.height(names, size);
    Frame frame = new Frame(size.width(), size.plotHeight() + legend, look, size);
    frame.legendLayout(vertical);
    frame.style().setXAxisLogarithmic(data.logX());
    this.chart = frame.chart();
    chart.setXAxisTitle(Letters.fitted(data.xLabel(), size.label(), size.width() - 80));
    chart.setYAxisTitle(Letters.fitted(data.yLabel(), size.label(), size.plotHeight() - 60));
    range(frame, data, points);
    for (int i = 0; i < names.size(); i++) {
      addBand(frame, of(points, names.get(i), Mark.BAND), look.series(i));
    }
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      List<SeriesPoint> dots = of(points, name, Mark.DOT);
      List<SeriesPoint> line = of(points, name, Mark.LINE);
      if (!dots.isEmpty()) {
        addDots(frame, name, dots, i);
      } else if (line.isEmpty()) {
        addLine(frame, name, of(points, name, Mark.BAND), i, true);
      } else {
        addLine(frame, name, line, i, false);
      }
    }
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
    CurvePainter.paint(g, chart, curves);
  }

  private static List<SeriesPoint> of(List<SeriesPoint> points, String name, Mark mark) {
    return points.stream()
        .filter(point -> point.series().equals(name) && point.mark() == mark)
        .toList();
  }

  private static void range(Frame frame, Chart data, List<SeriesPoint> points) {
    DoubleStream numbers = points.stream().mapToDouble(SeriesPoint::number);
    AxisRange x = data.logX() ? AxisRange.aroundLogarithms(numbers) : AxisRange.around(numbers);
    AxisRange y =
        AxisRange.ofValues(
            data,
            points.stream()
                .flatMap(point -> Stream.of(point.y(), point.low(), point.high()))
                .filter(value -> value != null)
                .mapToDouble(Double::doubleValue));
    frame.style().setXAxisMin(x.low()).setXAxisMax(x.high());
    frame.style().setYAxisMin(y.low()).setYAxisMax(y.high());
  }

  private static void addBand(Frame frame, List<SeriesPoint> band, Color color) {
    int n = band.size();
    if (n == 0) {
      return;
    }
    double[] x = new double[2 * n];
    double[] y = new double[2 * n];
    for (int i = 0; i < n; i++) {
      SeriesPoint point = band.get(i);
      x[i] = point.number();
      y[i] = orNaN(point.low());
      x[2 * n - 1 - i] = point.number();
      y[2 * n - 1 - i] = orNaN(point.high());
    }
    frame.polygon(x, y, Look.translucent(color, 0.16));
  }

  private void addLine(
      Frame frame, String name, List<SeriesPoint> line, int index, boolean onlyBand) {
    double[] x = line.stream().mapToDouble(SeriesPoint::number).toArray();
    double[] y =
        line.stream()
            .mapToDouble(
                point ->
                    onlyBand ? middle(orNaN(point.low()), orNaN(point.high())) : orNaN(point.y()))
            .toArray();
    Color color = look.series(index);
    BasicStroke stroke = CurvePainter.stroke(index);
    int[] marked = CurvePainter.marked(x.length, index);
    Glyph glyph = glyph(index);
    curves.add(new Curve(x, y, color, stroke, !onlyBand && x.length > 1, marked, glyph));
    Frame.name(
        frame.legendLine(pick(x, marked), pick(y, marked), color, stroke, glyph),
        Legend.broken(name, size));
  }

  private void addDots(Frame frame, String name, List<SeriesPoint> dots, int index) {
    double[] x = dots.stream().mapToDouble(SeriesPoint::number).toArray();
    double[] y = dots.stream().mapToDouble(point -> orNaN(point.y())).toArray();
    Color color = look.series(index);
    BasicStroke stroke = CurvePainter.stroke(index);
    Glyph glyph = glyph(index);
    curves.add(
        new Curve(x, y, color, stroke, false, IntStream.range(0, x.length).toArray(), glyph));
    Frame.name(frame.markers(x, y, color, glyph), Legend.broken(name, size));
  }

  private Glyph glyph(int index) {
    return Glyph.ofSeries(index, size == Size.WIDE ? 9 : 8, look.background());
  }

  private static double[] pick(double[] values, int[] chosen) {
    return Arrays.stream(chosen).mapToDouble(i -> values[i]).toArray();
  }

  private static double middle(double low, double high) {
    return low + (high - low) / 2;
  }

  private static double orNaN(@Nullable Double value) {
    return value == null ? Double.NaN : value;
  }
}
