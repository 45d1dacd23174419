package org.dartboard.report.chart;

import java.util.ArrayList;
import java.util.List;

/** Separate pieces of a line as one series: a NaN between two pieces breaks it. */
final class BrokenLine {
  private final List<double[]> points = new ArrayList<>();

  void add(double fromX, double fromY, double toX, double toY) {
    points.add(new double[] {fromX, fromY});
    points.add(new double[] {toX, toY});
    points.add(new double[] {toX, Double.NaN});
  }

  boolean isEmpty() {
    return points.isEmpty();
  }

  double[] x() {
    return points.stream().mapToDouble(point -> point[0]).toArray();
  }

  double[] y() {
    return points.stream().mapToDouble(point -> point[1]).toArray();
  }
}
