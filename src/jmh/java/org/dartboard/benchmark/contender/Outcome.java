package org.dartboard.benchmark.contender;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a contender computed, in few numbers.
 *
 * @param loss what the last run returned
 * @param weightGradient the norm of dL/dw of each slice of the layout, in its order; empty where
 *     the work has none
 * @param operationGradient dL/dalpha, or dL/dp summed over the cells, by [edge][operation]; empty
 *     where the work has none
 */
public record Outcome(double loss, List<Double> weightGradient, List<Double> operationGradient) {
  public Outcome {
    weightGradient = List.copyOf(weightGradient);
    operationGradient = List.copyOf(operationGradient);
  }

  /**
   * How this outcome differs from an expected one by more than is allowed; empty if it does not.
   */
  public List<String> differences(Outcome expected, Tolerance tolerance) {
    List<String> differences = new ArrayList<>();
    compare("loss", List.of(expected.loss), List.of(loss), tolerance.loss(), differences);
    compare(
        "weight gradient",
        expected.weightGradient,
        weightGradient,
        tolerance.weightGradient(),
        differences);
    compare(
        "operation gradient",
        expected.operationGradient,
        operationGradient,
        tolerance.operationGradient(),
        differences);
    return differences;
  }

  private static void compare(
      String what,
      List<Double> expected,
      List<Double> actual,
      double share,
      List<String> differences) {
    if (expected.size() != actual.size()) {
      differences.add(what + " has " + actual.size() + " values, expected " + expected.size());
      return;
    }
    double squares = 0;
    double error = 0;
    for (int i = 0; i < expected.size(); i++) {
      squares += expected.get(i) * expected.get(i);
      error += (expected.get(i) - actual.get(i)) * (expected.get(i) - actual.get(i));
    }
    // Written so that a NaN is a difference.
    if (!(Math.sqrt(error) <= share * Math.sqrt(squares))) {
      differences.add(
          String.format(
              Locale.ROOT,
              "%s differs by %.2e of its size, expected at most %.2e",
              what,
              Math.sqrt(error / squares),
              share));
    }
  }
}
