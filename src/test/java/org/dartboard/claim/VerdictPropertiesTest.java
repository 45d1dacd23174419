package org.dartboard.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.dartboard.random.RandomStreams;
import org.dartboard.statistics.Interval;
import org.junit.jupiter.api.Test;

/** What holds for verdicts on any data. */
class VerdictPropertiesTest {
  private static final List<ClaimKind> RUNNABLE =
      List.of(ClaimKind.TABLE, ClaimKind.SEARCH, ClaimKind.TRAINING);

  private static final Interval MARGIN = new Interval(-1, 1);

  private final UniformRandomProvider random =
      new RandomStreams("VerdictPropertiesTest", 1).stream("data");
  private final ZigguratSampler.NormalizedGaussian gaussian =
      ZigguratSampler.NormalizedGaussian.of(random);

  @Test
  void intervalLiesInsideTheMarginIfAndOnlyIfTheClaimIsReproduced() {
    Set<Outcome> seen = EnumSet.noneOf(Outcome.class);
    for (int round = 0; round < 2_000; round++) {
      Target target =
          Claims.target("A", Claims.published(90, random.nextDouble(), random.nextInt(30)));
      Claim claim = Claims.claim("c", ClaimKind.TABLE, Claims.EQUIVALENCE, target);
      List<Double> values = normal(3 + random.nextInt(20), 90 + 4 * random.nextDouble() - 2, 0.7);
      Verdict verdict = Claims.decide(claim, Measured.runs(target, values, 0));
      Interval interval = verdict.findings().get(0).interval().orElseThrow();
      Outcome expected =
          interval.isInside(MARGIN)
              ? Outcome.REPRODUCED
              : interval.isOutside(MARGIN) ? Outcome.NOT_REPRODUCED : Outcome.INCONCLUSIVE;
      assertEquals(expected, verdict.outcome());
      seen.add(verdict.outcome());
    }
    assertEquals(
        EnumSet.of(Outcome.REPRODUCED, Outcome.NOT_REPRODUCED, Outcome.INCONCLUSIVE), seen);
  }

  @Test
  void intervalCoversTheTrueDifferenceAsOftenAsItPromises() {
    int covered = 0;
    int rounds = 10_000;
    for (int round = 0; round < rounds; round++) {
      // The paper's figure comes from 30 runs of its own, with a true difference of 0.4.
      List<Double> theirs = normal(30, 90, 1.5);
      double mean = theirs.stream().mapToDouble(v -> v).average().orElseThrow();
      double squares = theirs.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
      Target target = Claims.target("A", Claims.published(mean, Math.sqrt(squares / 29), 30));
      Claim claim = Claims.claim("c", ClaimKind.TABLE, Claims.EQUIVALENCE, target);
      Verdict verdict = Claims.decide(claim, Measured.runs(target, normal(12, 90.4, 0.8), 0));
      covered += verdict.findings().get(0).interval().orElseThrow().contains(0.4) ? 1 : 0;
    }
    // Five standard errors of a proportion of 0.95, and the approximation in Welch's degrees.
    assertEquals(0.95, (double) covered / rounds, 0.012);
  }

  @Test
  void aDifferenceAtTheMarginIsRarelyCalledReproduced() {
    int wrong = 0;
    int rounds = 4_000;
    for (int round = 0; round < rounds; round++) {
      Target target = Claims.target("A", Claims.published(90, 0, 0));
      Claim claim = Claims.claim("c", ClaimKind.TABLE, Claims.EQUIVALENCE, target);
      Verdict verdict = Claims.decide(claim, Measured.runs(target, normal(20, 91, 0.5), 0));
      wrong += verdict.outcome() == Outcome.REPRODUCED ? 1 : 0;
    }
    // Half of the level; five standard errors.
    assertTrue((double) wrong / rounds < 0.025 + 0.0125, wrong + " of " + rounds);
  }

  @Test
  void withoutAnEffectADirectionIsRarelyCalledReproducedInAWholePaper() {
    Rule.Direction anyEffect =
        new Rule.Direction(
            "permutation", Rule.Way.GREATER, 0, 0.05, 3, FailedRuns.EXCLUDE, null, "why");
    Target first = Claims.target("A", null);
    Target second = Claims.target("B", null);
    int wrong = 0;
    int rounds = 1_500;
    for (int round = 0; round < rounds; round++) {
      Claim one = Claims.claim("one", ClaimKind.TABLE, anyEffect, first);
      Claim two = Claims.claim("two", ClaimKind.TABLE, anyEffect, second);
      List<Verdict> verdicts =
          Verdicts.decide(
              Claims.paper(one, two),
              Profile.PAPER,
              Map.of("one", pairs(first), "two", pairs(second)));
      wrong +=
          verdicts.stream().anyMatch(verdict -> verdict.outcome() == Outcome.REPRODUCED) ? 1 : 0;
    }
    assertTrue((double) wrong / rounds < 0.05 + 0.028, wrong + " of " + rounds);
  }

  @Test
  void orderOfTheRunsDoesNotMatter() {
    Target target = Claims.target("A", null);
    Claim claim = Claims.claim("c", ClaimKind.TABLE, Claims.GREATER, target);
    List<Double> values = new ArrayList<>(normal(6, 1, 1));
    List<Double> reference = new ArrayList<>(normal(6, 0, 1));
    Verdict before = Claims.decide(claim, new Measured(target, values, 0, reference));
    Collections.reverse(values);
    Collections.reverse(reference);
    Verdict after = Claims.decide(claim, new Measured(target, values, 0, reference));
    assertEquals(before.outcome(), after.outcome());
    assertEquals(
        before.findings().get(0).p().getAsDouble(), after.findings().get(0).p().getAsDouble());
  }

  @Test
  void smokeNeverSaysMoreThanInconclusive() {
    for (int round = 0; round < 300; round++) {
      Target target = Claims.target("A", Claims.published(90, 0.1, 10));
      Claim claim =
          Claims.claim(
              "c", RUNNABLE.get(random.nextInt(RUNNABLE.size())), Claims.EQUIVALENCE, target);
      List<Double> values = normal(10, 85 + 10 * random.nextDouble(), 0.01);
      assertEquals(
          Outcome.INCONCLUSIVE,
          Claims.decide(claim, Profile.SMOKE, Measured.runs(target, values, 0)).outcome());
    }
  }

  private Evidence pairs(Target target) {
    return new Evidence.Measurements(
        List.of(new Measured(target, normal(6, 0, 1), 0, normal(6, 0, 1))));
  }

  private List<Double> normal(int count, double mean, double deviation) {
    return gaussian.samples(count).map(z -> mean + deviation * z).boxed().toList();
  }
}
