package org.dartboard.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.dartboard.claim.Column;
import org.dartboard.claim.Decimals;
import org.dartboard.claim.Published;
import org.dartboard.claim.Rule;
import org.dartboard.claim.Target;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ChartForm;
import org.dartboard.report.data.SeriesPoint;
import org.dartboard.report.data.ValueRange;
import org.dartboard.statistics.Interval;
import org.dartboard.statistics.MeanIntervals;
import org.dartboard.statistics.Sample;

/** Charts with one dot a run. */
final class RunCharts {
  private static final double LEVEL = 0.05;

  private RunCharts() {}

  /** The accuracies of the cells that the runs of one search ended with. */
  static Chart accuracies(
      String id,
      CellFigures figures,
      SearchBatch batch,
      List<Column> columns,
      List<Target> published) {
    String method = batch.method().title();
    List<SeriesPoint> points = new ArrayList<>();
    StringBuilder text = new StringBuilder(lead("Each run of " + method, ValueRange.PERCENT));
    for (Column column : columns) {
      String category = column.dataset().label() + " " + column.split().label();
      List<Double> values = figures.of(batch.found(), column);
      text.append(addRuns(points, method, category, values, ValueRange.PERCENT));
      published.stream()
          .filter(target -> target.column().equals(Optional.of(column)))
          .flatMap(target -> Optional.ofNullable(target.published()).stream())
          .findFirst()
          .ifPresent(figure -> addPublished(points, category, figure, ValueRange.PERCENT));
    }
    return new Chart(
            id,
            ChartForm.DOTS,
            "The cells that the runs ended with",
            "dataset and split",
            "accuracy after 200 epochs, %",
            text.toString(),
            false,
            points)
        .within(ValueRange.PERCENT);
  }

  /** The values of every run under some headings, and the threshold of the rule. */
  static Chart values(
      String id,
      String title,
      String xLabel,
      String yLabel,
      String series,
      Rule rule,
      List<String> categories,
      Function<String, List<Double>> values) {
    List<SeriesPoint> points = new ArrayList<>();
    StringBuilder text = new StringBuilder(lead("Each run of " + series, ValueRange.ALL));
    for (String category : categories) {
      text.append(addRuns(points, series, category, values.apply(category), ValueRange.ALL));
    }
    text.append(addThreshold(points, rule));
    return new Chart(id, ChartForm.DOTS, title, xLabel, yLabel, text.toString(), false, points);
  }

  /**
   * What there is to be seen, before the words of {@link #addRuns}.
   *
   * @param dots what a dot is
   * @param limits as there
   */
  static String lead(String dots, ValueRange limits) {
    return dots
        + " is a dot. Bars are 95 % intervals of the mean by Student's t; an arrow says that one"
        + " goes on beyond the axis."
        + cut(limits);
  }

  private static String cut(ValueRange limits) {
    boolean below = Double.isFinite(limits.low());
    boolean above = Double.isFinite(limits.high());
    String low = String.format(Locale.ROOT, "%.0f", limits.low());
    String high = String.format(Locale.ROOT, "%.0f", limits.high());
    if (below && above) {
      return " They are drawn from " + low + " to " + high + ", as no value can lie beyond.";
    } else if (below) {
      return " They are drawn from " + low + " on, as no value can be less.";
    }
    return above ? " They are drawn up to " + high + ", as no value can be more." : "";
  }

  /**
   * Adds a dot a run, and their mean with Student's interval.
   *
   * @param limits what values can lie in, so that no interval is drawn beyond
   * @return the same in words, with the whole interval
   */
  static String addRuns(
      List<SeriesPoint> points,
      String series,
      String category,
      List<Double> values,
      ValueRange limits) {
    return addRuns(points, series, category, category, values, limits);
  }

  /**
   * The same where the text has another name than the category.
   *
   * @param name in the text
   */
  static String addRuns(
      List<SeriesPoint> points,
      String series,
      String category,
      String name,
      List<Double> values,
      ValueRange limits) {
    values.forEach(value -> points.add(SeriesPoint.dot(series, category, value)));
    Sample sample = Sample.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    Optional<Interval> interval = MeanIntervals.student(sample, LEVEL);
    points.add(
        SeriesPoint.measured(
            "mean, 95 % interval",
            category,
            sample.mean(),
            interval.map(bounds -> limits.nearest(bounds.low())).orElse(null),
            interval.map(bounds -> limits.nearest(bounds.high())).orElse(null)));
    return " %s: mean %s of %d %s, from %s to %s%s."
        .formatted(
            name,
            Decimals.fixed(sample.mean(), 2),
            sample.count(),
            sample.count() == 1 ? "run" : "runs",
            Decimals.fixed(values.stream().mapToDouble(v -> v).min().orElseThrow(), 2),
            Decimals.fixed(values.stream().mapToDouble(v -> v).max().orElseThrow(), 2),
            interval
                .map(
                    bounds ->
                        "; 95 %% interval %s to %s"
                            .formatted(
                                Decimals.fixed(bounds.low(), 2), Decimals.fixed(bounds.high(), 2)))
                .orElse(""));
  }

  /**
   * Adds the published figure, with its spread where that is known.
   *
   * @param limits what values can lie in, so that no spread is drawn beyond
   */
  static void addPublished(
      List<SeriesPoint> points, String category, Published figure, ValueRange limits) {
    Double spread = figure.spread();
    points.add(
        SeriesPoint.published(
            "published",
            category,
            figure.value(),
            spread == null ? null : limits.nearest(figure.value() - spread),
            spread == null ? null : limits.nearest(figure.value() + spread)));
  }

  /**
   * Adds what a run must be above to count, where the rule takes the share of such runs.
   *
   * @return the same in words
   */
  static String addThreshold(List<SeriesPoint> points, Rule rule) {
    Rule.Share share = rule instanceof Rule.Direction direction ? direction.share() : null;
    if (share == null) {
      return "";
    }
    String threshold = RuleText.number(share.threshold());
    points.add(SeriesPoint.threshold("above " + threshold + " counts", share.threshold()));
    return " A run counts if it is above " + threshold + ", where a line is drawn.";
  }
}
