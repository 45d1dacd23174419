package org.dartboard.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.dartboard.claim.Column;
import org.dartboard.claim.Decimals;
import org.dartboard.claim.Finding;
import org.dartboard.claim.Published;
import org.dartboard.claim.Target;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ChartForm;
import org.dartboard.report.data.SeriesPoint;
import org.dartboard.statistics.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Measured less expected for every target of a claim, so that figures of different datasets share
 * one axis.
 */
final class DifferenceChart {
  private DifferenceChart() {}

  /** The chart, or empty where fewer than two targets have a difference. */
  static Optional<Chart> of(List<Finding> findings) {
    List<SeriesPoint> points = new ArrayList<>();
    List<String> sentences = new ArrayList<>();
    String unit = "";
    boolean published = false;
    boolean quantities =
        findings.stream().map(finding -> finding.target().quantity()).distinct().count() > 1;
    for (Finding finding : findings) {
      if (finding.difference().isEmpty()) {
        continue;
      }
      double[] terms =
          DoubleStream.concat(finding.measured().stream(), finding.expected().stream()).toArray();
      double difference = Decimals.withoutResidue(finding.difference().getAsDouble(), terms);
      String category = category(finding.target(), quantities);
      Published figure = finding.target().published();
      if (figure != null) {
        published = true;
        Double spread = figure.spread();
        points.add(
            SeriesPoint.published(
                "published", category, 0, spread == null ? null : -spread, spread));
      }
      points.add(
          SeriesPoint.measured(
              "measured",
              category,
              difference,
              end(finding, Interval::low, terms),
              end(finding, Interval::high, terms)));
      unit = finding.target().quantity().unit();
      sentences.add(category + " " + Decimals.changeDigits(difference, 2));
    }
    if (sentences.size() < 2 || points.stream().noneMatch(SeriesPoint::finite)) {
      return Optional.empty();
    }
    String against = published ? "published" : "reference";
    return Optional.of(
        new Chart(
            "difference",
            ChartForm.COMPARISON,
            "Measured less " + against,
            "target",
            "difference" + (unit.isEmpty() ? "" : unit.equals("%") ? ", points" : ", " + unit),
            "The difference between measured and "
                + against
                + " for each target, with its interval where it has one: "
                + String.join("; ", sentences)
                + ".",
            false,
            points));
  }

  private static String category(Target target, boolean withQuantity) {
    String label =
        withQuantity ? target.label() + ", " + target.quantity().label() : target.label();
    return target.column().map(column -> label + ", " + column(column)).orElse(label);
  }

  private static @Nullable Double end(
      Finding finding, ToDoubleFunction<Interval> end, double[] terms) {
    return finding
        .interval()
        .map(interval -> Decimals.withoutResidue(end.applyAsDouble(interval), terms))
        .orElse(null);
  }

  private static String column(Column column) {
    return column.dataset().label() + " " + column.split().label();
  }
}
