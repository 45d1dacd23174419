package org.dartboard.reproduce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.descriptive.Quantile;
import org.dartboard.claim.Column;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ChartForm;
import org.dartboard.report.data.SeriesPoint;
import org.dartboard.search.Evaluation;
import org.dartboard.search.SearchTrace;

/**
 * What a search would have returned at each time: mean over its runs, with the band between the
 * tenth and the ninetieth percentile.
 *
 * <p>A run counts from the end of its first training; times at which some run has nothing to return
 * yet are left out.
 *
 * @param figures where the accuracies come from
 * @param column which accuracy is shown
 * @param budgetSeconds where the curve ends
 */
record AnytimeChart(CellFigures figures, Column column, double budgetSeconds) {
  private static final int TIMES = 60;
  private static final double LOW = 0.1;
  private static final double HIGH = 0.9;

  Chart of(List<SearchBatch> batches) {
    List<SeriesPoint> points = new ArrayList<>();
    StringBuilder ends = new StringBuilder();
    for (SearchBatch batch : batches) {
      double last = addCurve(points, batch);
      ends.append(
          String.format(
              Locale.ROOT,
              " %s ends at %.2f %%, the mean of %d runs.",
              batch.method().title(),
              last,
              batch.traces().size()));
    }
    return new Chart(
        "anytime",
        ChartForm.CURVE,
        "Accuracy of the best cell so far",
        "simulated seconds of search",
        column.dataset().label() + " " + column.split().label() + " accuracy, %",
        "Curves over simulated time of the mean accuracy of the cell that a search would return,"
            + " with bands from the tenth to the ninetieth percentile of its runs."
            + ends,
        false,
        points);
  }

  private double addCurve(List<SeriesPoint> points, SearchBatch batch) {
    double last = Double.NaN;
    for (int step = 1; step <= TIMES; step++) {
      double time = budgetSeconds * step / TIMES;
      double[] values =
          batch.traces().stream().mapToDouble(trace -> accuracyAt(trace, time)).sorted().toArray();
      if (Double.isNaN(values[values.length - 1])) {
        continue;
      }
      last = Arrays.stream(values).average().orElseThrow();
      String series = batch.method().title();
      points.add(SeriesPoint.line(series, time, last));
      points.add(
          SeriesPoint.band(
              series,
              time,
              Quantile.withDefaults().evaluate(values, LOW),
              Quantile.withDefaults().evaluate(values, HIGH)));
    }
    return last;
  }

  /** The accuracy of what a run would return; NaN, which sorts last, where it has nothing yet. */
  private double accuracyAt(SearchTrace trace, double time) {
    double accuracy = Double.NaN;
    for (Evaluation incumbent : trace.incumbents()) {
      if (incumbent.clock() > time) {
        break;
      }
      accuracy = figures.of(incumbent.cell(), column);
    }
    return accuracy;
  }
}
