package org.dartboard.report.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;

/** Paints lines over a chart whose axes were painted, each with its dash and its markers. */
final class CurvePainter {
  private static final int MARKERS_PER_LINE = 6;
  private static final float[][] DASHES = {
    {}, {9, 4}, {2, 4}, {10, 4, 2, 4}, {16, 5}, {4, 3}, {14, 4, 2, 3, 2, 4}, {1, 3}
  };

  private CurvePainter() {}

  /** The lines, then all markers above them. */
  static void paint(Graphics2D g, XYChart chart, List<Curve> curves) {
    for (Curve curve : curves) {
      g.setColor(curve.color());
      g.setStroke(curve.stroke());
      if (curve.joined()) {
        g.draw(path(chart, curve));
      }
    }
    for (Curve curve : curves) {
      for (int i : curve.marked()) {
        g.setColor(curve.color());
        curve
            .glyph()
            .paint(
                g,
                chart.getScreenXFromChart(curve.x()[i]),
                chart.getScreenYFromChart(curve.y()[i]),
                0);
      }
    }
  }

  /** The whole line as one path: XChart strokes each piece alone, which breaks the dashes. */
  private static Path2D path(XYChart chart, Curve curve) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < curve.x().length; i++) {
      double x = chart.getScreenXFromChart(curve.x()[i]);
      double y = chart.getScreenYFromChart(curve.y()[i]);
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    return path;
  }

  /** The stroke of the series with this index. */
  static BasicStroke stroke(int index) {
    float[] dash = DASHES[index % DASHES.length];
    return new BasicStroke(
        2.2f,
        BasicStroke.CAP_BUTT,
        BasicStroke.JOIN_ROUND,
        10f,
        dash.length == 0 ? null : dash,
        0f);
  }

  /** A few points of a line, at other places for each series, so that markers do not coincide. */
  static int[] marked(int points, int index) {
    if (points <= MARKERS_PER_LINE) {
      return IntStream.range(0, points).toArray();
    }
    double step = (double) points / MARKERS_PER_LINE;
    double start = step * (0.25 + index % 4 * 0.2);
    return IntStream.range(0, MARKERS_PER_LINE)
        .map(k -> (int) Math.min(points - 1L, Math.round(start + k * step)))
        .distinct()
        .toArray();
  }
}
