package org.dartboard.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Benchmark runs as JMH and its runner write them, for tests. */
public final class BenchmarkFiles {
  private BenchmarkFiles() {}

  /** A result of one benchmark, in JMH's own form, with more fields than are read. */
  public static String result(String engine, double peak, List<List<Double>> forks) {
    return String.format(
        Locale.ROOT,
        """
        {"jmhVersion": "1.37", "benchmark": "org.dartboard.benchmark.suite.Step.searchStep",
         "mode": "ss", "threads": 1, "forks": %d, "params": {"engine": "%s"},
         "primaryMetric": {"score": 1.0, "scoreError": "NaN", "scoreUnit": "ms/op", "rawData": %s},
         "secondaryMetrics": {"·peak memory": {"score": %f, "scoreUnit": "bytes", "rawData": %s}}}
        """,
        forks.size(),
        engine,
        forks,
        peak,
        Collections.nCopies(forks.size(), List.of(peak)));
  }

  /** Writes a run that began at an hour of a day. */
  public static void write(Path file, int hour, String processor, String... results)
      throws IOException {
    write(file, hour, processor, 1, results);
  }

  /** The same of a run whose measurements took turns. */
  public static void write(Path file, int hour, String processor, int rounds, String... results)
      throws IOException {
    Fingerprint machine =
        new Fingerprint(
            processor,
            List.of("avx2"),
            2,
            1L << 34,
            "Linux 6 amd64",
            "Java 17",
            Map.of("dnnl", "3.11"),
            Map.of(),
            "0123456789",
            0.1);
    BenchmarkFile.write(
        file,
        Instant.parse("2026-01-01T00:00:00Z").plusSeconds(3_600L * hour),
        machine,
        rounds,
        "[" + String.join(",", results) + "]");
  }
}
