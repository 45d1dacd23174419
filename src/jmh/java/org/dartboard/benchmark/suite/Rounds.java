package org.dartboard.benchmark.suite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs all benchmarks one after the other, a process each, and that several times.
 *
 * <p>JMH gives each benchmark all its processes before the next begins. On a machine whose speed
 * changes within minutes a ratio of two benchmarks then says as much of the machine as of them;
 * neighbours in a round share its speed.
 */
final class Rounds {
  private Rounds() {}

  /**
   * Runs the benchmarks.
   *
   * @param rounds 1 leaves the number of processes to the options
   * @return a result for each benchmark, its processes in the order of the rounds
   */
  static Collection<RunResult> run(Options options, int rounds) throws RunnerException {
    if (rounds <= 1) {
      return new Runner(options).run();
    }
    Options ofRound = new OptionsBuilder().parent(options).forks(1).build();
    Map<String, BenchmarkParams> known = new LinkedHashMap<>();
    Map<String, List<BenchmarkResult>> results = new LinkedHashMap<>();
    for (int round = 1; round <= rounds; round++) {
      System.out.println("round " + round + " of " + rounds);
      for (RunResult result : new Runner(ofRound).run()) {
        String key = result.getParams().id();
        known.putIfAbsent(key, result.getParams());
        results
            .computeIfAbsent(key, unused -> new ArrayList<>())
            .addAll(result.getBenchmarkResults());
      }
    }
    return known.keySet().stream()
        .map(key -> new RunResult(known.get(key), results.get(key)))
        .toList();
  }
}
