package org.dartboard.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.dartboard.claim.Column;
import org.dartboard.claim.Decimals;
import org.dartboard.claim.Published;
import org.dartboard.claim.Target;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ChartForm;
import org.dartboard.report.data.SeriesPoint;
import org.dartboard.statistics.Interval;
import org.dartboard.statistics.MeanIntervals;
import org.dartboard.statistics.Sample;

/** Charts with one dot a run. */
final class RunCharts {
  /** For quantities that may be as negative as they like. */
  static final double NO_BOUND = Double.NEGATIVE_INFINITY;

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
    StringBuilder text = new StringBuilder(lead("Each run of " + method, 0));
    for (Column column : columns) {
      String category = column.dataset().label() + " " + column.split().label();
      List<Double> values = figures.of(batch.found(), column);
      text.append(addRuns(points, method, category, values, 0));
      published.stream()
          .filter(target -> target.column().equals(Optional.of(column)))
          .flatMap(target -> Optional.ofNullable(target.published()).stream())
          .findFirst()
          .ifPresent(figure -> addPublished(points, category, figure));
    }
    return new Chart(
        id,
        ChartForm.DOTS,
        "The cells that the runs ended with",
        "dataset and split",
        "accuracy after 200 epochs, %",
        text.toString(),
        false,
        points);
  }

  /** The values of every run under some headings. */
  static Chart values(
      String id,
      String title,
      String xLabel,
      String yLabel,
      String series,
      List<String> categories,
      Function<String, List<Double>> values) {
    List<SeriesPoint> points = new ArrayList<>();
    StringBuilder text = new StringBuilder(lead("Each run of " + series, NO_BOUND));
    for (String category : categories) {
      text.append(addRuns(points, series, category, values.apply(category), NO_BOUND));
    }
    return new Chart(id, ChartForm.DOTS, title, xLabel, yLabel, text.toString(), false, points);
  }

  /**
   * What there is to be seen, before the words of {@link #addRuns}.
   *
   * @param dots what a dot is
   * @param least as there
   */
  static String lead(String dots, double least) {
    return dots
        + " is a dot. Bars are 95 % intervals of the mean by Student's t; an arrow says that one"
        + " goes on beyond the axis."
        + (least == NO_BOUND
            ? ""
            : String.format(
                Locale.ROOT, " They are drawn from %.0f on, as no value can be less.", least));
  }

  /**
   * Adds a dot a run, and their mean with Student's interval.
   *
   * @param least what no value can be less than, so that no interval is drawn below it; {@link
   *     #NO_BOUND} where there is no such thing
   * @return the same in words, with the whole interval
   */
  static String addRuns(
      List<SeriesPoint> points, String series, String category, List<Double> values, double least) {
    return addRuns(points, series, category, category, values, least);
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
      double least) {
    values.forEach(value -> points.add(SeriesPoint.dot(series, category, value)));
    Sample sample = Sample.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    Optional<Interval> interval = MeanIntervals.student(sample, LEVEL);
    points.add(
        SeriesPoint.measured(
            "mean, 95 % interval",
            category,
            sample.mean(),
            interval.map(bounds -> Math.max(least, bounds.low())).orElse(null),
            interval.map(Interval::high).orElse(null)));
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

  static void addPublished(List<SeriesPoint> points, String category, Published figure) {
    Double spread = figure.spread();
    points.add(
        SeriesPoint.published(
            "published",
            category,
            figure.value(),
            spread == null ? null : figure.value() - spread,
            spread == null ? null : figure.value() + spread));
  }
}
