package org.dartboard.report.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ChartForm;
import org.dartboard.report.data.Mark;
import org.dartboard.report.data.SeriesPoint;
import org.dartboard.report.data.ValueRange;
import org.jspecify.annotations.Nullable;

/** Charts as two CSV files: one row a chart, and one row a point. */
final class ChartCodec {
  static final List<String> CHARTS =
      List.of(
          "chart",
          "form",
          "title",
          "x_label",
          "y_label",
          "alternative",
          "log_x",
          "y_least",
          "y_most",
          "span_low",
          "span_high");
  static final List<String> SERIES = List.of("chart", "series", "mark", "x", "y", "low", "high");

  private ChartCodec() {}

  static Sheet encodeCharts(List<Chart> charts) {
    return new Sheet(
        CHARTS,
        charts.stream()
            .map(
                chart ->
                    List.of(
                        chart.id(),
                        chart.form().text(),
                        chart.title(),
                        chart.xLabel(),
                        chart.yLabel(),
                        chart.alternative(),
                        Boolean.toString(chart.logX()),
                        end(chart.limits(), ValueRange::low),
                        end(chart.limits(), ValueRange::high),
                        end(chart.span(), ValueRange::low),
                        end(chart.span(), ValueRange::high)))
            .toList());
  }

  /** A blank field stands for no bound, and for no range. */
  private static String end(@Nullable ValueRange range, ToDoubleFunction<ValueRange> end) {
    double value = range == null ? Double.NaN : end.applyAsDouble(range);
    return Double.isFinite(value) ? Double.toString(value) : "";
  }

  static Sheet encodeSeries(List<Chart> charts) {
    List<List<String>> rows = new ArrayList<>();
    for (Chart chart : charts) {
      for (SeriesPoint point : chart.points()) {
        rows.add(
            List.of(
                chart.id(),
                point.series(),
                point.mark().text(),
                point.x(),
                Fields.of(point.y()),
                Fields.of(point.low()),
                Fields.of(point.high())));
      }
    }
    return new Sheet(SERIES, rows);
  }

  /** The charts, with their points in the order of the file. */
  static List<Chart> decode(List<SheetRow> chartRows, List<SheetRow> seriesRows) {
    Map<String, List<SeriesPoint>> points = new LinkedHashMap<>();
    for (SheetRow row : chartRows) {
      points.putIfAbsent(row.text("chart"), new ArrayList<>());
    }
    boolean allSound = true;
    for (SheetRow row : seriesRows) {
      SeriesPoint point = row.make(() -> point(row, points));
      if (point != null && row.sound()) {
        points.getOrDefault(row.text("chart"), new ArrayList<>()).add(point);
      } else {
        allSound = false;
      }
    }
    List<Chart> charts = new ArrayList<>();
    if (!allSound) {
      return charts;
    }
    for (SheetRow row : chartRows) {
      Chart chart = row.make(() -> chart(row, points.getOrDefault(row.text("chart"), List.of())));
      if (chart != null && row.sound()) {
        charts.add(chart);
      }
    }
    return charts;
  }

  private static SeriesPoint point(SheetRow row, Map<String, List<SeriesPoint>> charts) {
    if (!charts.containsKey(row.text("chart"))) {
      throw new IllegalArgumentException(
          "chart: expected one of "
              + String.join(", ", charts.keySet())
              + " as in charts.csv, found "
              + Quoted.text(row.text("chart")));
    }
    Mark mark = row.required("mark", row.word("mark", Mark.class));
    Double y = row.number("y");
    Double low = row.number("low");
    Double high = row.number("high");
    return new SeriesPoint(
        row.text("series"), mark == null ? Mark.DOT : mark, row.text("x"), y, low, high);
  }

  private static Chart chart(SheetRow row, List<SeriesPoint> points) {
    ChartForm form = row.required("form", row.word("form", ChartForm.class));
    String logX = row.text("log_x");
    if (!logX.equals("true") && !logX.equals("false")) {
      throw new IllegalArgumentException(
          "log_x: expected true or false, found " + Quoted.text(logX));
    }
    Double least = row.number("y_least");
    Double most = row.number("y_most");
    return new Chart(
        row.text("chart"),
        form == null ? ChartForm.CURVE : form,
        row.text("title"),
        row.text("x_label"),
        row.text("y_label"),
        row.text("alternative"),
        Boolean.parseBoolean(logX),
        new ValueRange(
            least == null ? Double.NEGATIVE_INFINITY : least,
            most == null ? Double.POSITIVE_INFINITY : most),
        span(row),
        points);
  }

  private static @Nullable ValueRange span(SheetRow row) {
    Double low = row.number("span_low");
    Double high = row.number("span_high");
    if ((low == null) != (high == null)) {
      throw new IllegalArgumentException(
          "span_low and span_high: expected both or none, found "
              + Quoted.text(row.text("span_low"))
              + " and "
              + Quoted.text(row.text("span_high")));
    }
    return low == null || high == null ? null : new ValueRange(low, high);
  }
}
