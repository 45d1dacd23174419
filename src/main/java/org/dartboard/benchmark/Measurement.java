package org.dartboard.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
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
 * @param peaks the largest resident memory of each process in bytes; empty where not measured
 */
public record Measurement(
    String benchmark,
    SortedMap<String, String> parameters,
    boolean throughput,
    String unit,
    List<List<Double>> forks,
    List<Double> peaks) {
  /** The parameter that says who did the work. */
  public static final String ENGINE = "engine";

  private static final Map<String, Double> SECONDS =
      Map.of("s/op", 1.0, "ms/op", 1e-3, "us/op", 1e-6, "ns/op", 1e-9);

  public Measurement {
    parameters = new TreeMap<>(parameters);
    forks = forks.stream().map(List::copyOf).toList();
    peaks = List.copyOf(peaks);
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

  /** The largest resident memory of any of the processes in bytes; empty where not measured. */
  public OptionalDouble peakBytes() {
    return peaks.stream().mapToDouble(Double::doubleValue).max();
  }

  /** The median of each process, in their order. */
  public double[] forkScores() {
    return forks.stream()
        .mapToDouble(fork -> Medians.of(fork.stream().mapToDouble(Double::doubleValue).toArray()))
        .toArray();
  }

  /**
   * How long one operation takes in each process, in seconds.
   *
   * @throws IllegalStateException if the scores are no times an operation
   */
  public double[] seconds() {
    Double factor = SECONDS.get(unit);
    if (throughput || factor == null) {
      throw new IllegalStateException(
          "%s is in %s, which is no time an operation: %s"
              .formatted(key(), unit, String.join(", ", new TreeSet<>(SECONDS.keySet()))));
    }
    return Arrays.stream(forkScores()).map(score -> factor * score).toArray();
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
