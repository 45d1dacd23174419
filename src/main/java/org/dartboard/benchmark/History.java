package org.dartboard.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How measurements went from run to run on like machines. */
public final class History {
  private final Map<String, List<Step>> steps = new LinkedHashMap<>();

  /**
   * One measurement in one run.
   *
   * @param run where it stands
   * @param measurement what was measured
   * @param change against the latest earlier run on a like machine; null for the first
   */
  public record Step(BenchmarkRun run, Measurement measurement, @Nullable Comparison change) {}

  private History() {}

  /** The history of runs, the earliest first. */
  public static History of(List<BenchmarkRun> runs, Comparer comparer) {
    History history = new History();
    runs.stream()
        .sorted(Comparator.comparing(BenchmarkRun::started).thenComparing(BenchmarkRun::name))
        .forEach(run -> run.measurements().forEach(found -> history.add(run, found, comparer)));
    return history;
  }

  /**
   * All runs of a folder.
   *
   * @throws BenchmarkFormatException if a file that ends in .json is no run
   */
  public static List<BenchmarkRun> read(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    List<BenchmarkRun> runs = new ArrayList<>();
    for (Path file : files) {
      runs.add(BenchmarkFile.read(file));
    }
    return runs;
  }

  /** The steps of each measurement, by its key. */
  public Map<String, List<Step>> steps() {
    return steps;
  }

  private void add(BenchmarkRun run, Measurement measurement, Comparer comparer) {
    List<Step> before = steps.computeIfAbsent(measurement.key(), key -> new ArrayList<>());
    Optional<Step> last =
        before.stream()
            .filter(step -> step.run.machine().comparableWith(run.machine()))
            .filter(step -> step.measurement.unit().equals(measurement.unit()))
            .reduce((first, second) -> second);
    Comparison change =
        last.map(step -> comparer.compare(step.measurement, measurement)).orElse(null);
    before.add(new Step(run, measurement, change));
  }
}
