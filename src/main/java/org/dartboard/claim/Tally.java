package org.dartboard.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The values of a target's runs after failed runs were dealt with.
 *
 * @param values what goes into the rule; all finite
 * @param failures how many runs failed or had a value that is not finite
 * @param note what was done about failures; empty if there were none
 */
record Tally(List<Double> values, int failures, String note) {
  /**
   * Deals with failed runs.
   *
   * @param against how much a value speaks against the claim; needed for the worst of them
   */
  static Tally of(
      List<Double> measured, int failed, FailedRuns rule, ToDoubleFunction<Double> against) {
    List<Double> values = new ArrayList<>(measured.stream().filter(Double::isFinite).toList());
    int failures = failed + measured.size() - values.size();
    String note = "";
    if (failures > 0) {
      note = failures + " failed " + (failures == 1 ? "run" : "runs") + " left out";
      Optional<Double> worst = values.stream().max(Comparator.comparingDouble(against));
      if (rule == FailedRuns.WORST && worst.isPresent()) {
        for (int i = 0; i < failures; i++) {
          values.add(worst.get());
        }
        note = failures + " failed counted as the worst of the others";
      }
    }
    return new Tally(List.copyOf(values), failures, note);
  }

  /** The values as the statistics take them. */
  double[] array() {
    return values.stream().mapToDouble(value -> value).toArray();
  }

  boolean isEmpty() {
    return values.isEmpty();
  }
}
