package org.dartboard.reproduce;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dartboard.benchmark.BenchmarkFile;
import org.dartboard.benchmark.BenchmarkRun;
import org.dartboard.benchmark.Measurement;
import org.dartboard.claim.Claim;
import org.dartboard.claim.Evidence;
import org.dartboard.claim.Measured;
import org.dartboard.claim.Procedure;
import org.dartboard.claim.Procedure.BenchmarkMeasure;
import org.dartboard.claim.Profile;
import org.dartboard.claim.Quantity;
import org.dartboard.claim.Target;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ChartForm;
import org.dartboard.report.data.SeriesPoint;
import org.dartboard.report.data.ValueRange;

/**
 * Finds and measures the evidence of {@link Procedure.Benchmark}: a run of the benchmark suites.
 *
 * <p>A run of the kernels is no search of the paper's, so what there is is of the profile desk. It
 * needs neither table nor images.
 */
final class BenchmarkClaims {
  /** Where the suites leave their runs, in the reports folder. */
  private static final String FOLDER = "jmh";

  /** Bytes in the unit of {@link Quantity#MEMORY}. */
  static final double GIGABYTE = 1e9;

  private final Path folder;
  private final Profile asked;

  BenchmarkClaims(Path reports, Profile asked) {
    this.folder = reports.resolve(FOLDER);
    this.asked = asked;
  }

  /**
   * Reads the run that a claim rests on.
   *
   * @throws org.dartboard.benchmark.BenchmarkFormatException if its file is damaged
   */
  Reading read(Claim claim, Procedure.Benchmark procedure) throws IOException {
    String madeBy = RunCommands.named(claim, Profile.DESK);
    if (asked == Profile.SMOKE) {
      return Reading.notRun(
          Profile.SMOKE,
          "the profile smoke times nothing. For the profile desk, on an idle machine: " + madeBy);
    }
    Path file = folder.resolve(procedure.run() + ".json");
    if (!Files.isRegularFile(file)) {
      return Reading.notRun(
          Profile.DESK,
          "there is no file " + FOLDER + "/" + file.getFileName() + " (" + madeBy + ")");
    }
    BenchmarkRun run = BenchmarkFile.read(file);
    Map<String, Measurement> compared = new LinkedHashMap<>();
    Set<String> missing = new LinkedHashSet<>();
    for (String key : keys(procedure)) {
      run.find(key).ifPresentOrElse(found -> compared.put(key, found), () -> missing.add(key));
    }
    if (!missing.isEmpty()) {
      return Reading.notRun(
          Profile.DESK,
          "%s/%s has no result of %s (%s)"
              .formatted(FOLDER, file.getFileName(), String.join(" and of ", missing), madeBy));
    }
    Measurements measurements = measurements(claim, procedure, run, compared);
    int inTurn = Math.min(run.rounds(), fewestProcesses(compared));
    int planned = claim.profiles().of(Profile.DESK).runs();
    Evidence evidence =
        inTurn >= planned
            ? new Evidence.Measurements(measurements.measured())
            : new Evidence.Unfinished(measurements.measured(), inTurn, planned, madeBy);
    return new Reading(Profile.DESK, evidence, Optional.of(measurements));
  }

  private static Measurements measurements(
      Claim claim,
      Procedure.Benchmark procedure,
      BenchmarkRun run,
      Map<String, Measurement> compared) {
    List<Measured> measured =
        claim.targets().stream()
            .map(target -> measured(target, procedure.measure(target.label()), compared))
            .toList();
    int processes = compared.values().stream().mapToInt(each -> each.forks().size()).sum();
    List<Chart> charts = new ArrayList<>();
    for (Measured each : measured) {
      if (each.values().isEmpty() || each.reference().isEmpty()) {
        continue;
      }
      charts.add(chart(charts.size() + 1, each, procedure.measure(each.target().label())));
    }
    return new Measurements(
        measured,
        charts,
        BenchmarkEntries.configuration(procedure, run, compared),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Optional.of(new Measurements.Origin(processes, BenchmarkEntries.provenance(run))));
  }

  /** One dot a process, for the measurement and its reference. */
  private static Chart chart(int number, Measured measured, BenchmarkMeasure measure) {
    List<SeriesPoint> points = new ArrayList<>();
    Quantity quantity = measured.target().quantity();
    String text =
        RunCharts.lead("Each process", ValueRange.FROM_ZERO)
            + RunCharts.addRuns(
                points, "process", measure.of(), measured.values(), ValueRange.FROM_ZERO)
            + RunCharts.addRuns(
                points, "process", measure.against(), measured.reference(), ValueRange.FROM_ZERO);
    return new Chart(
            "processes-" + number,
            ChartForm.DOTS,
            measured.target().name(),
            "measurement",
            quantity.label() + ", " + quantity.unit(),
            text,
            false,
            points)
        .within(ValueRange.FROM_ZERO);
  }

  /** A process whose check failed is not among the results. */
  private static int fewestProcesses(Map<String, Measurement> compared) {
    return compared.values().stream().mapToInt(each -> each.forks().size()).min().orElse(0);
  }

  private static Set<String> keys(Procedure.Benchmark procedure) {
    return procedure.measures().stream()
        .flatMap(measure -> Stream.of(measure.of(), measure.against()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Measured measured(
      Target target, BenchmarkMeasure measure, Map<String, Measurement> compared) {
    return new Measured(
        target,
        values(target.quantity(), Objects.requireNonNull(compared.get(measure.of()))),
        0,
        values(target.quantity(), Objects.requireNonNull(compared.get(measure.against()))));
  }

  /** One value a process, in the unit of the quantity; none where it was not measured. */
  private static List<Double> values(Quantity quantity, Measurement measurement) {
    return switch (quantity) {
      case TIME -> Arrays.stream(measurement.seconds()).boxed().toList();
      case MEMORY -> measurement.peaks().stream().map(bytes -> bytes / GIGABYTE).toList();
      default -> throw new IllegalArgumentException("no benchmark measures " + quantity.label());
    };
  }
}
