package org.dartboard.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One benchmark with one choice of parameters.
 *
 * @param benchmark class and method, without the package
 * @param parameters their values by name
 * @param throughput whether a larger score is better; else the score is a time
 * @param unit of the scores, such as {@code ms/op}
 * @param forks the scores of each process, in order; at least one process with at least one score,
 *     all positive
 * @param peakBytes the largest resident memory of any of the processes; empty where not measured
 */
public record Measurement(
    String benchmark,
    SortedMap<String, String> parameters,
    boolean throughput,
    String unit,
    List<List<Double>> forks,
    OptionalDouble peakBytes) {
  /** The parameter that says who did the work. */
  public static final String ENGINE = "engine";

  public Measurement {
    parameters = new TreeMap<>(parameters);
    forks = forks.stream().map(List::copyOf).toList();
  }

  /** Parameters and benchmark in one line: what two measurements must share to be compared. */
  public String key() {
    return benchmark + (parameters.isEmpty() ? "" : " " + settings());
  }

  /** The same without the engine. */
  public String keyWithoutEngine() {
    TreeMap<String, String> others = new TreeMap<>(parameters);
    others.remove(ENGINE);
    return benchmark + (others.isEmpty() ? "" : " " + text(others));
  }

  /** The parameters in one line, such as {@code engine=onednn share=1/4}. */
  public String settings() {
    return text(parameters);
  }

  /** The mean over the processes of the median of each. */
  public double score() {
    return Arrays.stream(forkScores()).average().orElseThrow();
  }

  /** The median of each process. */
  double[] forkScores() {
    return forks.stream()
        .mapToDouble(fork -> Medians.of(fork.stream().mapToDouble(Double::doubleValue).toArray()))
        .toArray();
  }

  /** The score with its unit, for people. */
  public String scoreText() {
    return String.format(Locale.ROOT, "%.4g %s", score(), unit);
  }

  private static String text(SortedMap<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(" "));
  }
}
