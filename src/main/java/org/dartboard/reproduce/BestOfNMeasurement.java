package org.dartboard.reproduce;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.descriptive.Quantile;
import org.dartboard.claim.Claim;
import org.dartboard.claim.Column;
import org.dartboard.claim.Measured;
import org.dartboard.claim.Procedure;
import org.dartboard.claim.Target;
import org.dartboard.random.RandomStreams;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ChartForm;
import org.dartboard.report.data.SeriesPoint;
import org.dartboard.statistics.ExpectedMaximum;

/**
 * Measures {@link Procedure.BestOfN}: what a paper reports that shows the best of N runs where
 * another shows their mean.
 */
final class BestOfNMeasurement {
  private static final double LOW = 0.1;
  private static final double HIGH = 0.9;

  private final CellFigures figures;
  private final SearchTrials trials;
  private final Orders orders;

  BestOfNMeasurement(CellFigures figures, SearchTrials trials, Orders orders) {
    this.figures = figures;
    this.trials = trials;
    this.orders = orders;
  }

  Measurements measure(Claim claim, Procedure.BestOfN procedure)
      throws IOException, InterruptedException {
    SearchBatch batch =
        trials.runs(
            orders.search(
                claim, procedure.method(), procedure.budgetSeconds(), procedure.hyperparameters()));
    List<Measured> measured = new ArrayList<>();
    List<Chart> charts = new ArrayList<>();
    for (Target target : claim.targets()) {
      Column column = CellFigures.column(target);
      List<Double> values = figures.of(batch.found(), column);
      int half = values.size() / 2;
      measured.add(
          new Measured(
              target,
              bestOfGroups(values.subList(0, half), procedure.decideAt()),
              0,
              values.subList(half, values.size())));
      charts.add(curve(claim, procedure, batch, column, values, charts.size()));
    }
    return new Measurements(
        measured, charts, TableSearchMeasurement.configuration(batch), List.of(batch));
  }

  /** The best of each whole group of consecutive runs; runs that fill no group are left out. */
  static List<Double> bestOfGroups(List<Double> values, int size) {
    List<Double> best = new ArrayList<>();
    for (int start = 0; start + size <= values.size(); start += size) {
      best.add(
          values.subList(start, start + size).stream()
              .mapToDouble(Double::doubleValue)
              .max()
              .orElseThrow());
    }
    return best;
  }

  private static Chart curve(
      Claim claim,
      Procedure.BestOfN procedure,
      SearchBatch batch,
      Column column,
      List<Double> runs,
      int position) {
    double[] values = runs.stream().mapToDouble(Double::doubleValue).toArray();
    int largest = Math.min(procedure.maximum(), values.length);
    double[] expected = ExpectedMaximum.curve(values, largest);
    UniformRandomProvider random =
        new RandomStreams(claim.reference(), 0).stream("best-of-n/" + column);
    String series = batch.method().title();
    double mean = Arrays.stream(values).average().orElseThrow();
    List<SeriesPoint> points = new ArrayList<>();
    for (int draws = 1; draws <= largest; draws++) {
      double[] best = simulate(values, draws, procedure.resamples(), random);
      points.add(SeriesPoint.line(series + ", best of N", draws, expected[draws - 1]));
      points.add(
          SeriesPoint.band(
              series + ", best of N",
              draws,
              Quantile.withDefaults().evaluate(best, LOW),
              Quantile.withDefaults().evaluate(best, HIGH)));
      points.add(SeriesPoint.line("mean of the runs", draws, mean));
    }
    return new Chart(
        "best-of-n" + (position == 0 ? "" : "-" + (position + 1)),
        ChartForm.CURVE,
        "What the best of N runs reports",
        "N, the number of runs of which the best is reported",
        column.dataset().label() + " " + column.split().label() + " accuracy, %",
        String.format(
            Locale.ROOT,
            "The expected best of N runs of %s rises from %.2f %% at N = 1, the mean, to %.2f %% at"
                + " N = %d and %.2f %% at N = %d. The band holds eight tenths of %,d simulated"
                + " reports.",
            series,
            expected[0],
            expected[Math.min(procedure.decideAt(), largest) - 1],
            Math.min(procedure.decideAt(), largest),
            expected[largest - 1],
            largest,
            procedure.resamples()),
        false,
        points);
  }

  /** The best of {@code draws} runs without replacement, many times, sorted. */
  private static double[] simulate(
      double[] values, int draws, int resamples, UniformRandomProvider random) {
    double[] pool = values.clone();
    double[] best = new double[resamples];
    for (int resample = 0; resample < resamples; resample++) {
      best[resample] = Double.NEGATIVE_INFINITY;
      for (int draw = 0; draw < draws; draw++) {
        int chosen = draw + random.nextInt(pool.length - draw);
        double value = pool[chosen];
        pool[chosen] = pool[draw];
        pool[draw] = value;
        best[resample] = Math.max(best[resample], value);
      }
    }
    Arrays.sort(best);
    return best;
  }
}
