package org.dartboard.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What two runs, or the engines of one run, have in common, compared.
 *
 * @param comparisons of what both have, in the order of the first
 * @param unmatched keys that only one has
 */
public record RunComparison(List<Comparison> comparisons, List<String> unmatched) {
  public RunComparison {
    comparisons = List.copyOf(comparisons);
    unmatched = List.copyOf(unmatched);
  }

  /** Each measurement of one run against the same measurement of another. */
  public static RunComparison ofRuns(BenchmarkRun base, BenchmarkRun other, Comparer comparer) {
    List<Comparison> comparisons = new ArrayList<>();
    List<String> unmatched = new ArrayList<>();
    for (Measurement measurement : base.measurements()) {
      Optional<Measurement> match = other.find(measurement.key());
      match.ifPresentOrElse(
          found -> comparisons.add(comparer.compare(measurement, found)),
          () -> unmatched.add(measurement.key() + " (only in " + base.name() + ")"));
    }
    for (Measurement measurement : other.measurements()) {
      if (base.find(measurement.key()).isEmpty()) {
        unmatched.add(measurement.key() + " (only in " + other.name() + ")");
      }
    }
    return new RunComparison(comparisons, unmatched);
  }

  /**
   * One engine against each other engine that did the same in the same run: how many times as fast
   * it is as they are. Round by round where the run took them in turn.
   *
   * @param engine the one that is compared
   */
  public static RunComparison ofEngines(BenchmarkRun run, String engine, Comparer comparer) {
    List<Comparison> comparisons = new ArrayList<>();
    List<String> unmatched = new ArrayList<>();
    Map<String, Measurement> own =
        run.measurements().stream()
            .filter(measurement -> engine.equals(measurement.parameters().get(Measurement.ENGINE)))
            .collect(Collectors.toMap(Measurement::keyWithoutEngine, measurement -> measurement));
    for (Measurement measurement : run.measurements()) {
      String who = measurement.parameters().get(Measurement.ENGINE);
      if (who == null || who.equals(engine)) {
        continue;
      }
      Measurement match = own.get(measurement.keyWithoutEngine());
      if (match == null) {
        unmatched.add(measurement.key() + " (not measured for " + engine + ")");
      } else {
        comparisons.add(compare(run, measurement, match, comparer));
      }
    }
    return new RunComparison(comparisons, unmatched);
  }

  /** Two measurements of a run: round by round where both have a process in every round. */
  public static Comparison compare(
      BenchmarkRun run, Measurement base, Measurement other, Comparer comparer) {
    return inTurn(run, base, other)
        ? comparer.compareInTurn(base, other)
        : comparer.compare(base, other);
  }

  /** Whether both have a process in every round; one whose check failed in a round has not. */
  private static boolean inTurn(BenchmarkRun run, Measurement base, Measurement other) {
    return run.rounds() > 1
        && base.forks().size() == run.rounds()
        && other.forks().size() == run.rounds();
  }
}
