package org.dartboard.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ValueRange;

/**
 * The charts of one column, told apart by their numbers if there are several. They have the same
 * axis of values, so that searches can be compared, unless that would hide the lines of one.
 */
final class ChartParts {
  /** So many times as far as a chart's own values the shared axis goes at most. */
  private static final double MOST = 10;

  private ChartParts() {}

  static List<Chart> of(List<Chart> charts) {
    if (charts.size() <= 1) {
      return List.copyOf(charts);
    }
    List<ValueRange> own = charts.stream().map(ChartParts::range).toList();
    ValueRange all = own.stream().reduce(own.get(0), ValueRange::with);
    // A part whose values are all equal is as flat on its own axis.
    boolean shared =
        own.stream()
            .mapToDouble(ChartParts::width)
            .allMatch(width -> width == 0 || width(all) < MOST * width);
    String sentence =
        shared
            ? "All parts have the same axis of values."
            : "The parts have axes of their own, since one for all would be ten times as long as"
                + " the values of some part, or longer.";
    List<Chart> parts = new ArrayList<>();
    for (Chart chart : charts) {
      Chart part = chart.part(parts.size() + 1, charts.size(), sentence);
      parts.add(shared ? part.spanning(all) : part);
    }
    return parts;
  }

  /** What the drawn values of a chart lie in. */
  private static ValueRange range(Chart chart) {
    return chart.drawn().stream()
        .flatMap(
            point ->
                Stream.of(
                    Optional.ofNullable(point.y()),
                    Optional.ofNullable(point.low()),
                    Optional.ofNullable(point.high())))
        .flatMap(Optional::stream)
        .map(value -> new ValueRange(value, value))
        .reduce(ValueRange::with)
        .orElseThrow();
  }

  private static double width(ValueRange range) {
    return range.high() - range.low();
  }
}
