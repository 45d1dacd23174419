package org.dartboard.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The values of a target's runs, or of its reference's, after failed runs were dealt with.
 *
 * @param values what goes into the rule; all finite
 * @param ended how many runs ended with a value; failures that count as one are not among them
 * @param failures how many runs failed or had a value that is not finite
 * @param note what was done about failures; empty if there were none
 */
record Tally(List<Double> values, int ended, int failures, String note) {
  /**
   * Deals with the failed runs of one side.
   *
   * @param others values of the other side's runs, which a failure is held to be no better than
   * @param against how much a value speaks against the claim; needed for the worst of them
   */
  static Tally of(
      List<Double> measured,
      int failed,
      FailedRuns rule,
      List<Double> others,
      ToDoubleFunction<Double> against) {
    List<Double> values = new ArrayList<>(measured.stream().filter(Double::isFinite).toList());
    int failures = failed + measured.size() - values.size();
    int ended = values.size();
    String note = "";
    if (failures > 0) {
      note = failures + " failed " + (failures == 1 ? "run" : "runs") + " left out";
      Optional<Double> worst = worst(measured, rule, others, against);
      if (worst.isPresent()) {
        for (int i = 0; i < failures; i++) {
          values.add(worst.get());
        }
        note = failures + " failed counted as the worst for the claim";
      }
    }
    return new Tally(List.copyOf(values), ended, failures, note);
  }

  /** What a failed run of one side counts as; empty where it is left out. */
  static Optional<Double> worst(
      List<Double> measured,
      FailedRuns rule,
      List<Double> others,
      ToDoubleFunction<Double> against) {
    return rule == FailedRuns.EXCLUDE
        ? Optional.empty()
        : Stream.concat(measured.stream(), others.stream())
            .filter(Double::isFinite)
            .max(Comparator.comparingDouble(against));
  }

  /** The values as the statistics take them. */
  double[] array() {
    return values.stream().mapToDouble(value -> value).toArray();
  }

  boolean isEmpty() {
    return values.isEmpty();
  }
}
