package org.dartboard.benchmark;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one run of the benchmark suites measured.
 *
 * @param name the file's name without its ending
 * @param started when
 * @param machine what it ran on
 * @param rounds how often all benchmarks ran one after the other, a process each: 1 where each had
 *     all its processes before the next began
 * @param measurements at least one, with different keys
 */
public record BenchmarkRun(
    String name, Instant started, Fingerprint machine, int rounds, List<Measurement> measurements) {
  public BenchmarkRun {
    measurements = List.copyOf(measurements);
  }

  /** The measurement with that key, or empty. */
  public Optional<Measurement> find(String key) {
    return measurements.stream().filter(measurement -> measurement.key().equals(key)).findFirst();
  }
}
