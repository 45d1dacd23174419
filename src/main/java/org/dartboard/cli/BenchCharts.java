package org.dartboard.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dartboard.benchmark.Comparison;
import org.dartboard.benchmark.History;
import org.dartboard.benchmark.RunComparison;
import org.dartboard.io.AtomicFiles;
import org.dartboard.report.chart.ChartImages;
import org.dartboard.report.chart.Image;
import org.dartboard.report.chart.Look;
import org.dartboard.report.chart.Size;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ChartForm;
import org.dartboard.report.data.SeriesPoint;
import org.jspecify.annotations.Nullable;

/** The charts of benchmark results. */
final class BenchCharts {
  private BenchCharts() {}

  /** The ratios of a comparison with their intervals, one row each. */
  static Chart ratios(String what, RunComparison compared) {
    List<SeriesPoint> points = new ArrayList<>();
    for (Comparison row : compared.comparisons()) {
      points.add(SeriesPoint.published("equally fast", row.base().key(), 1, null, null));
      points.add(
          SeriesPoint.measured(
              "ratio and its interval",
              row.base().key(),
              row.ratio(),
              row.interval().low(),
              row.interval().high()));
    }
    return new Chart(
        "ratios",
        ChartForm.COMPARISON,
        "How many times as fast: " + what,
        "benchmark",
        "times as fast",
        compared.comparisons().size()
            + " ratios with their intervals; above 1 is faster. The figures are in the table that"
            + " the command prints.",
        false,
        points);
  }

  /**
   * The scores over the runs, one line a measurement.
   *
   * @throws BadInputException if they have different units
   */
  static Chart history(Map<String, List<History.Step>> steps) {
    Set<String> units =
        steps.values().stream()
            .flatMap(List::stream)
            .map(step -> step.measurement().unit())
            .collect(Collectors.toSet());
    if (units.size() > 1) {
      throw new BadInputException(
          "the measurements are in "
              + String.join(" and ", units.stream().sorted().toList())
              + ", which cannot share a chart; choose some with --benchmark");
    }
    List<String> runs =
        steps.values().stream()
            .flatMap(List::stream)
            .sorted((one, two) -> one.run().started().compareTo(two.run().started()))
            .map(step -> step.run().name())
            .distinct()
            .toList();
    List<String> benchmarks =
        steps.values().stream()
            .flatMap(List::stream)
            .map(step -> step.measurement().benchmark())
            .distinct()
            .toList();
    boolean one = benchmarks.size() == 1;
    List<SeriesPoint> points = new ArrayList<>();
    steps.forEach(
        (key, list) ->
            list.forEach(
                step ->
                    points.add(
                        SeriesPoint.line(
                            one && !step.measurement().settings().isEmpty()
                                ? step.measurement().settings()
                                : key,
                            1.0 + runs.indexOf(step.run().name()),
                            step.measurement().score()))));
    return new Chart(
        "history",
        ChartForm.CURVE,
        (one ? benchmarks.get(0) : "Benchmarks") + " from run to run",
        "run, from " + runs.get(0) + " to " + runs.get(runs.size() - 1),
        units.iterator().next(),
        steps.size() + " measurements over " + runs.size() + " runs; the table has the figures.",
        false,
        points);
  }

  /**
   * The time of a GFLOP over the arithmetic of the networks, one series an engine.
   *
   * @param peak of the machine in GFLOP/s, for a line; null where it is not known
   */
  static Chart growth(String run, List<Growth> grown, @Nullable Double peak) {
    List<SeriesPoint> points = new ArrayList<>();
    for (Growth growth : grown) {
      points.add(SeriesPoint.dot(growth.engine(), growth.gflop(), growth.ofOneGflop()));
      if (peak != null) {
        points.add(
            SeriesPoint.line(
                "at the machine's peak", growth.gflop(), growth.floor(peak) / growth.gflop()));
      }
    }
    points.sort(Comparator.comparingDouble(SeriesPoint::number));
    return new Chart(
        "growth",
        ChartForm.CURVE,
        "Time of a GFLOP in " + run,
        "GFLOP of a search step",
        "ms a GFLOP",
        "A dot is a network of some width and depth. Where dots fall or stay level, time grows no"
            + " faster than arithmetic. The figures are in the table that the command prints.",
        true,
        points);
  }

  /**
   * Checks what {@code --chart} was given before anything is computed.
   *
   * @throws BadInputException if it ends in neither .svg nor .png
   */
  static void check(@Nullable Path file) {
    if (file != null && !file.toString().matches("(?s).*\\.(svg|png)")) {
      throw new BadInputException("--chart is '" + file + "', which ends in neither .svg nor .png");
    }
  }

  /** Writes a chart in the format that the file's name ends in. */
  static void write(Path file, Chart chart) throws IOException {
    Image image =
        file.toString().endsWith(".png")
            ? ChartImages.png(chart)
            : ChartImages.svg(chart, Look.LIGHT, Size.WIDE);
    AtomicFiles.write(file, image.bytes());
  }
}
