package org.dartboard.claim;

import java.util.Collections;
import java.util.List;

/**
 * What was measured for one target.
 *
 * @param target one of the claim's targets
 * @param values one for each run that ended, or the single exact value
 * @param failures how many runs ended without a value
 * @param reference the runs that the target is held against; empty unless the target asks for them
 * @param design how the runs of both sides belong together
 */
public record Measured(
    Target target, List<Double> values, int failures, List<Double> reference, Design design) {
  public Measured {
    values = List.copyOf(values);
    reference = List.copyOf(reference);
    if (failures < 0) {
      throw new IllegalArgumentException(failures + " failures are impossible");
    }
  }

  /** A target whose runs and reference are independent of each other. */
  public Measured(Target target, List<Double> values, int failures, List<Double> reference) {
    this(target, values, failures, reference, new Design.Independent());
  }

  /** A target that has no error of its own. */
  public static Measured exact(Target target, double value) {
    return new Measured(target, List.of(value), 0, List.of());
  }

  /** A target that is held against its published figure or a fixed value. */
  public static Measured runs(Target target, List<Double> values, int failures) {
    return new Measured(target, values, failures, List.of());
  }

  /**
   * A target of the runs of several methods that is held against a fixed value.
   *
   * @param methods the values of each; NaN where a run has none
   */
  public static Measured ofMethods(Target target, List<List<Double>> methods) {
    return new Measured(
        target,
        methods.stream().flatMap(List::stream).toList(),
        0,
        List.of(),
        new Design.Methods(methods));
  }

  /** A target of differences of two runs with the same seed; the reference is 0 for each. */
  public static Measured paired(Target target, List<Double> differences) {
    return new Measured(
        target, differences, 0, Collections.nCopies(differences.size(), 0.0), new Design.Paired());
  }

  /** A target whose arms are held against several references, each arm against its own. */
  public static Measured blocked(Target target, List<Block> blocks) {
    return new Measured(
        target,
        blocks.stream().flatMap(block -> block.values().stream()).toList(),
        0,
        blocks.stream().flatMap(block -> block.reference().stream()).toList(),
        new Design.Blocked(blocks));
  }

  /**
   * A target of several arms of one method.
   *
   * @param seeds what each seed came to, both sides of it; NaN where a run has no value
   */
  public static Measured bySeed(Target target, List<Block> seeds) {
    return new Measured(
        target,
        seeds.stream().map(seed -> mean(seed.values())).toList(),
        0,
        seeds.stream().map(seed -> mean(seed.reference())).toList(),
        new Design.Seeds(seeds));
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(value -> value).average().orElse(Double.NaN);
  }

  /**
   * A target whose values are distances to the means of their arms.
   *
   * @param values by run of the arms
   * @param reference by run of the reference's arms
   * @param spread what they are distances of, of those places that all arms have
   */
  public static Measured spread(
      Target target, List<Double> values, List<Double> reference, Design.Spread spread) {
    return new Measured(target, values, 0, reference, spread);
  }

  /** Why there is nothing to go by where no value is finite. */
  String withoutValue() {
    return (design instanceof Design.Paired || design instanceof Design.Seeds) && values.isEmpty()
        ? "no seed has ended on both sides"
        : "no run gave a value";
  }
}
