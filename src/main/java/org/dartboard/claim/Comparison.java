package org.dartboard.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.statistics.Alternative;
import org.dartboard.statistics.Interval;
import org.dartboard.statistics.MeanIntervals;
import org.dartboard.statistics.PermutationTest;
import org.dartboard.statistics.Sample;
import org.dartboard.statistics.SpreadTest;

/**
 * The runs of a target held against those of its reference.
 *
 * @param mean of the target's runs
 * @param expected what the mean is held against
 * @param interval of the difference; empty where a sample has no variance of its own
 * @param test of the difference
 * @param within what the test deals labels out in; empty where among all runs
 * @param parts how many of those there are; 0 where among all runs
 */
record Comparison(
    double mean,
    double expected,
    Optional<Interval> interval,
    PermutationTest.Result test,
    String within,
    int parts) {
  /** Two samples. */
  static Comparison ofIndependent(
      double[] values,
      double[] reference,
      Alternative alternative,
      double level,
      Supplier<UniformRandomProvider> random) {
    Sample sample = Sample.of(values);
    Sample against = Sample.of(reference);
    return new Comparison(
        sample.mean(),
        against.mean(),
        MeanIntervals.welch(sample, against, level),
        PermutationTest.test(values, reference, alternative, random),
        "",
        0);
  }

  /**
   * Several arms, each against the reference of its block, all runs of arms with equal weight.
   *
   * <p>A reference's mean has the weight of all the runs that are held against it, and its error
   * enters the interval with that weight.
   *
   * @param blocks with finite values, all of them whole
   */
  static Comparison ofBlocks(
      List<Block> blocks,
      Alternative alternative,
      double level,
      Supplier<UniformRandomProvider> random) {
    double runs = blocks.stream().mapToInt(block -> block.values().size()).sum();
    List<Sample> samples = new ArrayList<>();
    List<Double> coefficients = new ArrayList<>();
    double mean = 0;
    double expected = 0;
    for (Block block : blocks) {
      for (List<Double> arm : block.arms()) {
        Sample sample = Sample.of(array(arm));
        samples.add(sample);
        coefficients.add(arm.size() / runs);
        mean += arm.size() / runs * sample.mean();
      }
      Sample against = Sample.of(array(block.reference()));
      double weight = block.values().size() / runs;
      samples.add(against);
      coefficients.add(-weight);
      expected += weight * against.mean();
    }
    return new Comparison(
        mean,
        expected,
        MeanIntervals.combination(samples, coefficients, level),
        PermutationTest.withinBlocks(
            blocks.stream().map(block -> array(block.values())).toList(),
            blocks.stream().map(block -> array(block.reference())).toList(),
            alternative,
            random),
        "blocks",
        blocks.size() == 1 ? 0 : blocks.size());
  }

  /**
   * Seeds, each with runs of both sides, which are dealt out within it.
   *
   * @param seeds with finite values, all of them whole
   */
  static Comparison ofSeeds(
      List<Block> seeds,
      Alternative alternative,
      double level,
      Supplier<UniformRandomProvider> random) {
    double[] values = seeds.stream().mapToDouble(seed -> mean(seed.values())).toArray();
    double[] reference = seeds.stream().mapToDouble(seed -> mean(seed.reference())).toArray();
    double[] differences = new double[values.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = values[i] - reference[i];
    }
    return new Comparison(
        Sample.of(values).mean(),
        Sample.of(reference).mean(),
        MeanIntervals.student(Sample.of(differences), level),
        PermutationTest.withinBlocks(
            seeds.stream().map(seed -> array(seed.values())).toList(),
            seeds.stream().map(seed -> array(seed.reference())).toList(),
            alternative,
            random),
        "seeds",
        seeds.size());
  }

  private static double mean(List<Double> values) {
    return Sample.of(array(values)).mean();
  }

  /**
   * Distances to the means of their arms. A failed run has none, so beside one nothing is tested.
   *
   * @param values distances of the target's runs
   * @param reference distances of the reference's runs
   * @param spread what they are distances of
   */
  static Comparison ofSpread(
      double[] values,
      double[] reference,
      Design.Spread spread,
      Alternative alternative,
      double level,
      Supplier<UniformRandomProvider> random) {
    Sample sample = Sample.of(values);
    Sample against = Sample.of(reference);
    List<double[]> arms = spread.arms().stream().map(Comparison::array).toList();
    List<double[]> references = spread.reference().stream().map(Comparison::array).toList();
    boolean whole =
        Stream.concat(arms.stream(), references.stream())
            .allMatch(arm -> arm.length > 0 && Arrays.stream(arm).allMatch(Double::isFinite));
    return new Comparison(
        sample.mean(),
        against.mean(),
        whole ? SpreadTest.interval(arms, references, level) : Optional.empty(),
        whole
            ? SpreadTest.test(arms, references, alternative, random)
            : new PermutationTest.Result(
                sample.mean() - against.mean(), 1, PermutationTest.Kind.EXACT, 0),
        "seeds",
        whole ? arms.get(0).length : 0);
  }

  /** How the p-value came about. */
  String note() {
    if (test.arrangements() == 0) {
      return "nothing is tested without a value of each arm for each seed";
    }
    return "permutation test over "
        + (test.kind() == PermutationTest.Kind.EXACT
            ? "all " + test.arrangements() + " arrangements"
            : test.arrangements() + " random arrangements")
        + (parts == 0 ? "" : " within " + parts + " " + within);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
