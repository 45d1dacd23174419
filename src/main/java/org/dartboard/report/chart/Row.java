package org.dartboard.report.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dartboard.report.data.Mark;
import org.dartboard.report.data.SeriesPoint;

/**
 * One row of a chart of categories.
 *
 * @param label what stands above the row
 * @param points what is drawn in it
 */
record Row(String label, List<SeriesPoint> points) {

  /** The points with one mark. */
  List<SeriesPoint> with(Mark mark) {
    return points.stream().filter(point -> point.mark() == mark).toList();
  }

  /**
   * One row a category, in the order of first appearance; one row a category and series where some
   * category holds several series of single runs.
   */
  static List<Row> of(List<SeriesPoint> points) {
    boolean split =
        points.stream()
                .filter(point -> point.mark() == Mark.DOT)
                .map(point -> List.of(point.x(), point.series()))
                .distinct()
                .count()
            > points.stream()
                .filter(point -> point.mark() == Mark.DOT)
                .map(SeriesPoint::x)
                .distinct()
                .count();
    Map<String, List<SeriesPoint>> rows = new LinkedHashMap<>();
    for (SeriesPoint point : points) {
      String label = split ? point.x() + " · " + point.series() : point.x();
      rows.computeIfAbsent(label, unused -> new ArrayList<>()).add(point);
    }
    return rows.entrySet().stream()
        .map(row -> new Row(row.getKey(), List.copyOf(row.getValue())))
        .toList();
  }
}
