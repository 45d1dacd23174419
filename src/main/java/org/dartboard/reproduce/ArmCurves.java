package org.dartboard.reproduce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.dartboard.report.curves.ColumnLimits;
import org.dartboard.report.curves.ColumnWords;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ChartForm;
import org.dartboard.report.data.SeriesPoint;
import org.dartboard.report.data.ValueRange;
import org.dartboard.space.Operation;

/**
 * Curves over the epochs of searches: the mean over an arm's runs, with a band over all of them.
 */
final class ArmCurves {
  private final CellFigures figures;

  ArmCurves(CellFigures figures) {
    this.figures = figures;
  }

  /** One column of the logs of some arms; empty where no log has a value in it. */
  Optional<Chart> of(String column, Collection<ArmRuns> arms) {
    List<SeriesPoint> points = new ArrayList<>();
    StringBuilder ends = new StringBuilder();
    for (ArmRuns arm : arms) {
      SortedMap<Integer, List<Double>> byEpoch = byEpoch(column, arm);
      byEpoch.forEach(
          (epoch, values) -> {
            double[] numbers = values.stream().mapToDouble(value -> value).toArray();
            points.add(SeriesPoint.line(arm.arm().label(), epoch, mean(numbers)));
            if (numbers.length > 1) {
              points.add(
                  SeriesPoint.band(
                      arm.arm().label(),
                      epoch,
                      Arrays.stream(numbers).min().orElseThrow(),
                      Arrays.stream(numbers).max().orElseThrow()));
            }
          });
      if (!byEpoch.isEmpty()) {
        double[] last = last(byEpoch);
        ends.append(
            String.format(
                Locale.ROOT,
                " %s ends at %.3g after epoch %d, the mean of %d %s.",
                arm.arm().label(),
                mean(last),
                byEpoch.lastKey(),
                last.length,
                last.length == 1 ? "run" : "runs"));
      }
    }
    if (points.stream().noneMatch(SeriesPoint::finite)) {
      return Optional.empty();
    }
    ColumnWords words = ColumnWords.of(column);
    return Optional.of(
        new Chart(
                "epochs-" + column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
                ChartForm.CURVE,
                words.title(),
                "epoch",
                words.axis(),
                words.sentence() + " Lines are means over the runs, bands hold all of them." + ends,
                false,
                points)
            .within(ColumnLimits.of(column)));
  }

  /** p of each operation by epoch, the mean over edges and runs; empty where there is none. */
  Optional<Chart> weights(String id, ArmRuns arm) {
    List<SeriesPoint> points = new ArrayList<>();
    StringBuilder ends = new StringBuilder();
    for (Operation operation : Operation.values()) {
      SortedMap<Integer, List<Double>> byEpoch = byEpoch(arm, log -> log.weights(operation));
      byEpoch.forEach(
          (epoch, values) ->
              points.add(
                  SeriesPoint.line(
                      operation.label(),
                      epoch,
                      mean(values.stream().mapToDouble(v -> v).toArray()))));
      if (!byEpoch.isEmpty()) {
        double[] last = last(byEpoch);
        ends.append(String.format(Locale.ROOT, " %s ends at %.3f.", operation.label(), mean(last)));
      }
    }
    if (points.stream().noneMatch(SeriesPoint::finite)) {
      return Optional.empty();
    }
    return Optional.of(
        new Chart(
                id,
                ChartForm.CURVE,
                "Weights of the operations: " + arm.arm().label(),
                "epoch",
                "p, mean over edges and runs",
                "p of each operation by epoch, the mean over the edges and "
                    + (arm.runs().size() == 1 ? "one run." : arm.runs().size() + " runs.")
                    + ends,
                false,
                points)
            .within(ValueRange.SHARE));
  }

  private SortedMap<Integer, List<Double>> byEpoch(String column, ArmRuns arm) {
    return byEpoch(arm, log -> log.column(column, figures));
  }

  private static SortedMap<Integer, List<Double>> byEpoch(
      ArmRuns arm, Function<SearchLog, double[]> column) {
    SortedMap<Integer, List<Double>> byEpoch = new TreeMap<>();
    for (ArmRuns.Run run : arm.runs()) {
      SearchLog log = run.searchLog();
      if (log == null) {
        continue;
      }
      List<Integer> epochs = run.log().epochs();
      double[] values = column.apply(log);
      for (int line = 0; line < values.length; line++) {
        if (Double.isFinite(values[line])) {
          byEpoch.computeIfAbsent(epochs.get(line), e -> new ArrayList<>()).add(values[line]);
        }
      }
    }
    return byEpoch;
  }

  /** The values of the last epoch; there must be one. */
  private static double[] last(SortedMap<Integer, List<Double>> byEpoch) {
    return byEpoch.getOrDefault(byEpoch.lastKey(), List.of()).stream()
        .mapToDouble(value -> value)
        .toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}
