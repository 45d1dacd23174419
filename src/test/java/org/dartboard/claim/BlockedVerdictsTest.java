package org.dartboard.claim;

import static org.dartboard.claim.Claims.claim;
import static org.dartboard.claim.Claims.decide;
import static org.dartboard.claim.Claims.target;
import static org.dartboard.claim.Claims.values;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.TDistribution;
import org.dartboard.random.RandomStreams;
import org.dartboard.statistics.Interval;
import org.junit.jupiter.api.Test;

/** Targets whose arms have several references, each its own. */
class BlockedVerdictsTest {
  private static final Target TARGET = target("A", null);

  private static final Rule.Direction LESS =
      new Rule.Direction("permutation", Rule.Way.LESS, 0.5, 0.05, 3, FailedRuns.WORST, null, "why");

  /** Two arms of 2 runs with one reference of 2, and one arm of 3 runs with another. */
  private static final List<Block> BLOCKS =
      List.of(
          new Block(List.of(values(-2, -1), values(-4, -6)), values(-0.5, 0.5)),
          new Block(List.of(values(-3, 1, -2.5)), values(-1, 1)));

  @Test
  void effectAndIntervalAreThoseOfACombinationOfMeans() {
    Finding finding = finding(LESS, BLOCKS);
    // Means -1.5, -5 and -1.5 with 2, 2 and 3 runs; both references have a mean of 0.
    assertEquals(-17.5 / 7, finding.measured().getAsDouble(), 1e-12);
    assertEquals(0, finding.expected().getAsDouble(), 1e-12);
    assertEquals(-2.5, finding.difference().getAsDouble(), 1e-12);
    // Coefficient squared times variance over runs: arms, then references with their arms' weights.
    double[] errors = {
      square(2 / 7.0) * 0.5 / 2,
      square(2 / 7.0) * 2 / 2,
      square(3 / 7.0) * (square(1.5) + square(2.5) + 1) / 2 / 3,
      square(4 / 7.0) * 0.5 / 2,
      square(3 / 7.0) * 2 / 2
    };
    int[] degrees = {1, 1, 2, 1, 1};
    double error = 0;
    double shares = 0;
    for (int i = 0; i < errors.length; i++) {
      error += errors[i];
      shares += square(errors[i]) / degrees[i];
    }
    double half =
        Math.sqrt(error)
            * TDistribution.of(square(error) / shares).inverseSurvivalProbability(0.025);
    Interval interval = finding.interval().orElseThrow();
    assertEquals(-2.5 - half, interval.low(), 1e-9);
    assertEquals(-2.5 + half, interval.high(), 1e-9);
    assertEquals(
        "against 4 runs of the other runs, mean 0.000; permutation test over all 150 arrangements"
            + " within 2 blocks",
        finding.note());
  }

  /** 15 ways to choose the first reference's runs, 10 to choose the second's. */
  @Test
  void pIsTheShareOfArrangementsThatAreAsExtreme() {
    List<Double> first = List.of(-2.0, -1.0, -4.0, -6.0, -0.5, 0.5);
    List<Double> second = List.of(-3.0, 1.0, -2.5, -1.0, 1.0);
    int extreme = 0;
    List<Double> all = new ArrayList<>();
    for (double one : sumsOverEveryPair(first)) {
      for (double other : sumsOverEveryPair(second)) {
        all.add(one + other);
        extreme += one + other <= -17.5 + 1e-9 ? 1 : 0;
      }
    }
    assertEquals(150, all.size());
    assertEquals(extreme / 150.0, finding(LESS, BLOCKS).p().getAsDouble(), 1e-12);
  }

  /** Of all values, 1 speaks most against the claim on the arms' side, -6 on the references'. */
  @Test
  void failuresCountAsTheWorstOnTheirSideOrAreLeftOut() {
    List<Block> failed =
        List.of(
            new Block(List.of(values(-2, Double.NaN), values(-4, -6)), values(-0.5, 0.5)),
            new Block(List.of(values(-3, 1, -2.5)), values(-1, 1, Double.NaN)));
    Finding worst = finding(LESS, failed);
    assertEquals((-2 + 1 - 4 - 6 - 3 + 1 - 2.5) / 7, worst.measured().getAsDouble(), 1e-12);
    assertEquals(3 * ((-1 + 1 - 6) / 3.0) / 7, worst.expected().getAsDouble(), 1e-12);
    assertEquals(1, worst.failures());
    assertTrue(worst.note().startsWith("1 failed counted as the worst for the claim; "));
    assertTrue(
        worst.note().contains("; of the reference 1 failed counted as the worst for the claim; "));
    Finding left =
        finding(
            new Rule.Direction(
                "permutation", Rule.Way.LESS, 0.5, 0.05, 3, FailedRuns.EXCLUDE, null, "why"),
            failed);
    assertEquals((-2 - 4 - 6 - 3 + 1 - 2.5) / 6, left.measured().getAsDouble(), 1e-12);
    assertTrue(left.interval().isEmpty(), "an arm of one run has no variance");
  }

  /** Baselines that several arms share bring their errors in with all their weight. */
  @Test
  void theIntervalCoversTheTrueDifferenceAsOftenAsItPromises() {
    UniformRandomProvider random = new RandomStreams("BlockedVerdictsTest", 1).stream("runs");
    int covered = 0;
    int rounds = 1_000;
    for (int round = 0; round < rounds; round++) {
      List<Block> blocks = new ArrayList<>();
      for (int arms : new int[] {2, 3, 1}) {
        double level = 10 * random.nextDouble();
        List<List<Double>> of = new ArrayList<>();
        for (int arm = 0; arm < arms; arm++) {
          of.add(runs(random, level - 1));
        }
        blocks.add(new Block(of, runs(random, level)));
      }
      covered +=
          Comparison.ofBlocks(
                      blocks,
                      org.dartboard.statistics.Alternative.LESS,
                      0.05,
                      () -> new RandomStreams("BlockedVerdictsTest", 2).stream("deal"))
                  .interval()
                  .orElseThrow()
                  .contains(-1)
              ? 1
              : 0;
    }
    // Four standard errors, and the approximation in the degrees of freedom.
    assertEquals(0.95, (double) covered / rounds, 0.03);
  }

  private static List<Double> runs(UniformRandomProvider random, double middle) {
    return random.doubles(3).map(value -> value - 0.5 + middle).boxed().toList();
  }

  private static Finding finding(Rule.Direction rule, List<Block> blocks) {
    return decide(claim("c", ClaimKind.SEARCH, rule, TARGET), Measured.blocked(TARGET, blocks))
        .findings()
        .get(0);
  }

  /** For every pair of values as the reference: the others less so many times the pair's mean. */
  private static List<Double> sumsOverEveryPair(List<Double> values) {
    double total = values.stream().mapToDouble(v -> v).sum();
    List<Double> sums = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      for (int j = 0; j < i; j++) {
        double pair = values.get(i) + values.get(j);
        sums.add(total - pair - (values.size() - 2) * pair / 2);
      }
    }
    return sums;
  }

  private static double square(double value) {
    return value * value;
  }
}
