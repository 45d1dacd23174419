package org.dartboard.report.curves;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ChartForm;
import org.dartboard.report.data.PanelSeries;
import org.dartboard.report.data.SeriesPoint;

/** Makes a chart of columns of searches' sheets; none where the sheets have no number for it. */
final class EpochCharts {
  static final List<String> EDGES = List.of("0-1", "0-2", "1-2", "0-3", "1-3", "2-3");
  private static final List<String> OPERATIONS =
      List.of("none", "skip_connect", "nor_conv_1x1", "nor_conv_3x3", "avg_pool_3x3");

  private EpochCharts() {}

  /** One line for each edge. */
  static Optional<Chart> edges(String id, String title, String prefix, List<SearchSheet> searches) {
    return curves(
        id,
        title,
        searches,
        EDGES.stream().map(edge -> new CurveColumn(prefix + "_" + edge, "edge " + edge)).toList(),
        List.of());
  }

  /** The different names of searches, in their order. */
  static List<String> names(List<SearchSheet> searches) {
    return searches.stream().map(SearchSheet::name).distinct().toList();
  }

  /**
   * One line for each column and each name of a search, with a band where a name has several
   * searches.
   *
   * @param columns what they are of; the first has the words for the axis
   * @param more points that no search has, such as a line for the best cell
   */
  static Optional<Chart> curves(
      String id,
      String title,
      List<SearchSheet> searches,
      List<CurveColumn> columns,
      List<SeriesPoint> more) {
    List<SeriesPoint> points = new ArrayList<>();
    List<String> sentences = new ArrayList<>();
    for (String name : names(searches)) {
      List<SearchSheet> group =
          searches.stream().filter(search -> search.name().equals(name)).toList();
      for (CurveColumn column : columns) {
        String series = series(names(searches).size(), name, columns.size(), column);
        List<MeanCurve.Point> curve = MeanCurve.of(group, column.name());
        points.addAll(points(series, curve));
        if (!curve.isEmpty()) {
          sentences.add(sentence(series, curve));
        }
      }
    }
    if (points.isEmpty()) {
      return Optional.empty();
    }
    points.addAll(more);
    return Optional.of(
        new Chart(
                id,
                ChartForm.CURVE,
                title,
                "epoch",
                ColumnWords.of(columns.get(0).name()).axis(),
                "Curves over the epochs of the search. "
                    + meaning(columns)
                    + " "
                    + String.join(" ", sentences),
                false,
                points)
            .within(ColumnLimits.of(columns.get(0).name())));
  }

  /** What the columns are, each sentence once. */
  private static String meaning(List<CurveColumn> columns) {
    return columns.stream()
        .map(column -> ColumnWords.of(column.name()).sentence())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private static String series(int names, String name, int columns, CurveColumn column) {
    return names == 1 ? column.label() : columns == 1 ? name : name + ", " + column.label();
  }

  private static List<SeriesPoint> points(String series, List<MeanCurve.Point> curve) {
    List<SeriesPoint> points = new ArrayList<>();
    boolean band = curve.stream().anyMatch(point -> point.searches() > 1);
    for (MeanCurve.Point point : curve) {
      points.add(SeriesPoint.line(series, point.epoch(), point.mean()));
    }
    for (MeanCurve.Point point : band ? curve : List.<MeanCurve.Point>of()) {
      points.add(SeriesPoint.band(series, point.epoch(), point.low(), point.high()));
    }
    return points;
  }

  private static String sentence(String series, List<MeanCurve.Point> curve) {
    MeanCurve.Point first = curve.get(0);
    MeanCurve.Point last = curve.get(curve.size() - 1);
    return String.format(
        Locale.ROOT,
        "%s: %.4g in epoch %.0f, %.4g in epoch %.0f%s.",
        series,
        first.mean(),
        first.epoch(),
        last.mean(),
        last.epoch(),
        last.searches() > 1 ? ", the mean of " + last.searches() + " searches" : "");
  }

  /**
   * One panel for each edge, one line for each operation.
   *
   * @param prefix of the columns
   */
  static Optional<Chart> panels(
      String id, String title, String prefix, List<SearchSheet> searches) {
    List<SeriesPoint> points = new ArrayList<>();
    for (String edge : EDGES) {
      for (String operation : OPERATIONS) {
        String series = new PanelSeries("edge " + edge, operation).series();
        MeanCurve.of(searches, prefix + "_" + edge + "_" + operation)
            .forEach(point -> points.add(SeriesPoint.line(series, point.epoch(), point.mean())));
      }
    }
    if (points.isEmpty()) {
      return Optional.empty();
    }
    String edges =
        EDGES.stream()
            .map(edge -> edge + ": " + largest(points, edge))
            .collect(Collectors.joining(", "));
    return Optional.of(
        new Chart(
                id,
                ChartForm.PANELS,
                title,
                "epoch",
                ColumnWords.of(prefix).axis(),
                "One panel for each of the six edges, one line for each of the five operations. "
                    + ColumnWords.of(prefix).sentence()
                    + " At the end the largest are "
                    + edges
                    + ".",
                false,
                points)
            .within(ColumnLimits.of(prefix)));
  }

  /** The operation that is largest on an edge at the end. */
  private static String largest(List<SeriesPoint> points, String edge) {
    String best = "nothing";
    double highest = Double.NEGATIVE_INFINITY;
    double end = points.stream().mapToDouble(SeriesPoint::number).max().orElse(0);
    for (SeriesPoint point : points) {
      PanelSeries series = PanelSeries.of(point);
      Double y = point.y();
      if (series.panel().equals("edge " + edge)
          && point.number() == end
          && y != null
          && y > highest) {
        highest = y;
        best = series.line();
      }
    }
    return best;
  }
}
