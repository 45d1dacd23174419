package org.dartboard.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.dartboard.random.RandomStreams;
import org.junit.jupiter.api.Test;

class ComparerTest {
  private static final Comparer COMPARER = new Comparer(0.05, 0.05);

  @Test
  void aHalvedTimeIsTwiceAsFast() {
    Comparison comparison =
        COMPARER.compare(
            times(List.of(10.0, 10.1, 9.9), List.of(10.2, 10.0, 10.1)),
            times(List.of(5.0, 5.1, 4.9), List.of(5.0, 5.05, 4.95)));
    assertEquals(2.01, comparison.ratio(), 1e-12);
    assertTrue(comparison.interval().contains(2.01));
    assertTrue(comparison.interval().low() > 1.9 && comparison.interval().high() < 2.1);
    assertEquals(Judgement.FASTER, comparison.judgement());
    assertEquals(
        Judgement.SLOWER, COMPARER.compare(comparison.other(), comparison.base()).judgement());
  }

  @Test
  void aHalvedThroughputIsHalfAsFast() {
    Comparison comparison =
        COMPARER.compare(
            measurement(true, List.of(List.of(10.0, 10.0))),
            measurement(true, List.of(List.of(5.0, 5.0))));
    assertEquals(0.5, comparison.ratio());
    assertEquals(Judgement.SLOWER, comparison.judgement());
  }

  @Test
  void aSureDifferenceBelowTheMinimumEffectIsTheSame() {
    Comparison comparison = COMPARER.compare(times(List.of(10.0, 10.0)), times(List.of(9.9, 9.9)));
    assertEquals(Judgement.SAME, comparison.judgement());
  }

  @Test
  void aLargeDifferenceThatProcessesDoNotShareIsUndecided() {
    Comparison comparison =
        COMPARER.compare(
            times(List.of(10.0, 10.0), List.of(6.0, 6.0)),
            times(List.of(8.0, 8.0), List.of(5.0, 5.0)));
    assertEquals(Judgement.UNDECIDED, comparison.judgement());
  }

  @Test
  void aDisturbedIterationDoesNotDecide() {
    Comparison comparison =
        COMPARER.compare(
            times(List.of(10.0, 10.0, 10.0, 10.0, 90.0)),
            times(List.of(10.0, 10.0, 10.0, 10.0, 10.0)));
    assertEquals(1, comparison.ratio());
  }

  @Test
  void intervalsHoldTheTrueRatioAboutAsOftenAsTheySay() {
    UniformRandomProvider random = new RandomStreams("comparer test", 1).stream("scores");
    int held = 0;
    int trials = 200;
    for (int trial = 0; trial < trials; trial++) {
      Comparison comparison = COMPARER.compare(noisy(random, 10), noisy(random, 8));
      held += comparison.interval().contains(1.25) ? 1 : 0;
    }
    // Ten processes; percentile intervals of so few are somewhat narrow.
    assertTrue(held >= 0.87 * trials && held < trials, held + " of " + trials);
  }

  /** The machine is twice as slow in the second round; the ratio is 4 in one and 4.4 in two. */
  @Test
  void inTurnTheMachinesSpeedCancels() {
    Measurement base = times(List.of(40.0, 40.0), List.of(88.0), List.of(44.0));
    Measurement other = times(List.of(10.0), List.of(20.0, 20.0, 90.0), List.of(10.0));
    Comparison comparison = COMPARER.compareInTurn(base, other);

    double mean = (Math.log(4) + 2 * Math.log(4.4)) / 3;
    assertEquals(Math.exp(mean), comparison.ratio(), 1e-12);
    // Student's quantile for two degrees of freedom is 4.3027; a deviation of log(1.1) / sqrt 3.
    double half = 4.302653 * Math.log(1.1) / 3;
    assertEquals(Math.exp(mean - half), comparison.interval().low(), 1e-5);
    assertEquals(Math.exp(mean + half), comparison.interval().high(), 1e-5);
    assertEquals(Judgement.FASTER, comparison.judgement());
    assertTrue(COMPARER.compare(base, other).interval().low() < comparison.interval().low());
  }

  @Test
  void roundsOfDifferentNumberAreNotPaired() {
    assertThrows(
        IllegalArgumentException.class,
        () -> COMPARER.compareInTurn(times(List.of(1.0), List.of(1.0)), times(List.of(1.0))));
  }

  @Test
  void intervalsOfRoundsHoldTheTrueRatioAboutAsOftenAsTheySay() {
    UniformRandomProvider random = new RandomStreams("comparer test", 2).stream("rounds");
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    int held = 0;
    int trials = 400;
    for (int trial = 0; trial < trials; trial++) {
      List<List<Double>> base = new ArrayList<>();
      List<List<Double>> other = new ArrayList<>();
      for (int round = 0; round < 4; round++) {
        double luck = Math.exp(normal.sample());
        base.add(List.of(10 * luck * Math.exp(0.05 * normal.sample())));
        other.add(List.of(8 * luck * Math.exp(0.05 * normal.sample())));
      }
      Comparison comparison =
          COMPARER.compareInTurn(measurement(false, base), measurement(false, other));
      held += comparison.interval().contains(1.25) ? 1 : 0;
    }
    assertTrue(held >= 0.92 * trials && held <= 0.98 * trials, held + " of " + trials);
  }

  @Test
  void differentUnitsAreNotCompared() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            COMPARER.compare(
                measurement(true, List.of(List.of(1.0))),
                measurement(false, List.of(List.of(1.0)))));
  }

  /** Ten processes with a luck of their own, five iterations each. */
  private static Measurement noisy(UniformRandomProvider random, double time) {
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    List<List<Double>> forks = new ArrayList<>();
    for (int fork = 0; fork < 10; fork++) {
      double luck = time * (1 + 0.05 * normal.sample());
      List<Double> scores = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        scores.add(luck * (1 + 0.02 * normal.sample()));
      }
      forks.add(scores);
    }
    return measurement(false, forks);
  }

  @SafeVarargs
  private static Measurement times(List<Double>... forks) {
    return measurement(false, List.of(forks));
  }

  private static Measurement measurement(boolean throughput, List<List<Double>> forks) {
    return new Measurement(
        "Step.step", new TreeMap<>(), throughput, throughput ? "ops/s" : "s/op", forks, List.of());
  }
}
