package org.dartboard.reproduce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.dartboard.benchmark.BenchmarkRun;
import org.dartboard.benchmark.Comparer;
import org.dartboard.benchmark.Comparison;
import org.dartboard.benchmark.Fingerprint;
import org.dartboard.benchmark.Measurement;
import org.dartboard.benchmark.RunComparison;
import org.dartboard.claim.Procedure;
import org.dartboard.report.data.Entry;

/** What a claim's page says of a benchmark run: what was measured, how, and on which machine. */
final class BenchmarkEntries {
  private static final Comparer COMPARER = new Comparer(0.05, 0.05);

  private BenchmarkEntries() {}

  static List<Entry> configuration(
      Procedure.Benchmark procedure, BenchmarkRun run, Map<String, Measurement> compared) {
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry("JMH's arguments", procedure.arguments()));
    entries.add(new Entry("rounds, all measurements in turn", Integer.toString(run.rounds())));
    run.measurements().stream()
        .filter(BenchmarkEntries::isTimed)
        .forEach(each -> entries.add(new Entry(each.key(), text(each))));
    for (Procedure.BenchmarkMeasure measure : procedure.measures()) {
      Comparison comparison =
          RunComparison.compare(
              run,
              Objects.requireNonNull(compared.get(measure.against())),
              Objects.requireNonNull(compared.get(measure.of())),
              COMPARER);
      entries.add(
          new Entry(
              measure.label() + ": how many times as fast as its reference",
              String.format(
                  Locale.ROOT,
                  "%.2f [%.2f, %.2f]",
                  comparison.ratio(),
                  comparison.interval().low(),
                  comparison.interval().high())));
    }
    return entries;
  }

  /** Rates are left out, since no claim is about one. */
  private static boolean isTimed(Measurement measurement) {
    return !measurement.throughput();
  }

  private static String text(Measurement measurement) {
    DoubleSummaryStatistics seconds = Arrays.stream(measurement.seconds()).summaryStatistics();
    String times =
        String.format(
            Locale.ROOT,
            "%.3f s in the mean of %d processes (%.3f to %.3f s)",
            seconds.getAverage(),
            seconds.getCount(),
            seconds.getMin(),
            seconds.getMax());
    return measurement.peakBytes().isPresent()
        ? times
            + String.format(
                Locale.ROOT,
                ", at most %.3f GB",
                measurement.peakBytes().getAsDouble() / BenchmarkClaims.GIGABYTE)
        : times;
  }

  static List<Entry> provenance(BenchmarkRun run) {
    Fingerprint machine = run.machine();
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry("file", "reports/jmh/" + run.name() + ".json"));
    entries.add(new Entry("started", run.started().toString()));
    entries.add(new Entry("revision", machine.revision()));
    entries.add(new Entry("processor", machine.processor()));
    entries.add(new Entry("features", String.join(" ", machine.features())));
    entries.add(new Entry("cores", Integer.toString(machine.cores())));
    entries.add(new Entry("system", machine.system()));
    entries.add(new Entry("java", machine.java()));
    entries.add(new Entry("libraries", text(machine.libraries())));
    entries.add(new Entry("environment", text(machine.environment())));
    entries.add(
        new Entry(
            "load average at the start",
            String.format(Locale.ROOT, "%.2f", machine.loadAverage())));
    return entries;
  }

  private static String text(Map<String, String> values) {
    return new TreeMap<>(values).toString();
  }
}
