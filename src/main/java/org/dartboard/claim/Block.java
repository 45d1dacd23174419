package org.dartboard.claim;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Arms that share one reference, with that reference's runs.
 *
 * @param arms the values of each arm's runs, all held against the same reference; NaN where a run
 *     has none
 * @param reference the values of the reference's runs; likewise
 */
public record Block(List<List<Double>> arms, List<Double> reference) {
  public Block {
    arms = arms.stream().map(List::copyOf).toList();
    reference = List.copyOf(reference);
  }

  /** The values of all arms, arm by arm. */
  List<Double> values() {
    return arms.stream().flatMap(List::stream).toList();
  }

  /** Whether runs of both sides are there. */
  boolean isWhole() {
    return !values().isEmpty() && !reference.isEmpty();
  }

  /**
   * The same with finite values alone.
   *
   * @param worst what takes the place of an arm's value that is not finite; empty to leave it out
   * @param worstOfReference likewise of the reference's
   */
  Block withoutFailures(Optional<Double> worst, Optional<Double> worstOfReference) {
    return new Block(
        arms.stream().map(arm -> finite(arm, worst)).filter(arm -> !arm.isEmpty()).toList(),
        finite(reference, worstOfReference));
  }

  private static List<Double> finite(List<Double> values, Optional<Double> worst) {
    return values.stream()
        .flatMap(value -> Double.isFinite(value) ? Stream.of(value) : worst.stream())
        .toList();
  }
}
