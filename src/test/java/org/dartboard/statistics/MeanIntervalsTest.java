package org.dartboard.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.statistics.distribution.TDistribution;
import org.dartboard.random.RandomStreams;
import org.junit.jupiter.api.Test;

class MeanIntervalsTest {
  /** Student's sleep data (Biometrika 6, 1908): extra hours of sleep with each of two drugs. */
  private static final double[] FIRST_DRUG = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2};

  private static final double[] SECOND_DRUG = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

  @Test
  void welchIntervalOfTheSleepDataIsTheOneInRsManual() {
    Interval interval =
        MeanIntervals.welch(Sample.of(FIRST_DRUG), Sample.of(SECOND_DRUG), 0.05).orElseThrow();
    assertEquals(-3.3654832, interval.low(), 5e-8);
    assertEquals(0.2054832, interval.high(), 5e-8);
  }

  @Test
  void studentIntervalOfTheSleepDataIsTheOneInRsManual() {
    double[] differences = new double[FIRST_DRUG.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = FIRST_DRUG[i] - SECOND_DRUG[i];
    }
    Interval interval = MeanIntervals.student(Sample.of(differences), 0.05).orElseThrow();
    assertEquals(-2.4598858, interval.low(), 5e-8);
    assertEquals(-0.7001142, interval.high(), 5e-8);
  }

  /**
   * Two arms against one reference, by hand: variances of the means 4/4 and 9/3 with weights 0.6
   * and 0.4, and 1/2 with weight 1.
   */
  @Test
  void combinationAddsTheErrorsOfAllMeans() {
    List<Sample> samples =
        List.of(Sample.ofSummary(4, 10, 2), Sample.ofSummary(3, 20, 3), Sample.ofSummary(2, 12, 1));
    Interval interval =
        MeanIntervals.combination(samples, List.of(0.6, 0.4, -1.0), 0.05).orElseThrow();
    // 0.36 + 0.48 + 0.5 = 1.34; 1.34^2 / (0.36^2 / 3 + 0.48^2 / 2 + 0.5^2 / 1) = 4.393 degrees.
    double degrees = 1.34 * 1.34 / (0.1296 / 3 + 0.2304 / 2 + 0.25);
    double half = Math.sqrt(1.34) * TDistribution.of(degrees).inverseSurvivalProbability(0.025);
    assertEquals(2 - half, interval.low(), 1e-12);
    assertEquals(2 + half, interval.high(), 1e-12);
    // t of 4.393 degrees lies between those of the printed tables for 4 (2.776) and 5 (2.571).
    assertTrue(half < 2.776 * Math.sqrt(1.34) && half > 2.571 * Math.sqrt(1.34));
    assertTrue(
        MeanIntervals.combination(List.of(samples.get(0), Sample.of(1)), List.of(1.0, -1.0), 0.05)
            .isEmpty());
    assertThrows(
        IllegalArgumentException.class,
        () -> MeanIntervals.combination(samples, List.of(1.0, -1.0), 0.05));
  }

  @Test
  void aSingleValueHasNoInterval() {
    assertTrue(MeanIntervals.student(Sample.of(1), 0.05).isEmpty());
    assertTrue(MeanIntervals.welch(Sample.of(1), Sample.of(1, 2), 0.05).isEmpty());
    assertTrue(MeanIntervals.welch(Sample.of(1, 2), Sample.of(1), 0.05).isEmpty());
  }

  @Test
  void withoutVarianceTheIntervalIsAPoint() {
    Sample equal = Sample.of(3, 3, 3);
    assertEquals(new Interval(3, 3), MeanIntervals.student(equal, 0.05).orElseThrow());
    assertEquals(
        new Interval(1, 1), MeanIntervals.welch(equal, Sample.of(2, 2), 0.05).orElseThrow());
  }

  @Test
  void withVarianceOnOneSideWelchIsStudentOnThatSide() {
    Interval welch =
        MeanIntervals.welch(Sample.of(FIRST_DRUG), Sample.ofSummary(500, 1, 0), 0.1).orElseThrow();
    Interval student = MeanIntervals.student(Sample.of(FIRST_DRUG), 0.1).orElseThrow().shifted(-1);
    assertEquals(student.low(), welch.low(), 1e-12);
    assertEquals(student.high(), welch.high(), 1e-12);
  }

  @Test
  void levelsOutsideZeroAndOneAreRefused() {
    for (double level : new double[] {0, 1, -0.1, Double.NaN}) {
      assertThrows(
          IllegalArgumentException.class, () -> MeanIntervals.student(Sample.of(1, 2), level));
    }
  }

  @Test
  void coverageIsTheOneThatTheLevelPromises() {
    UniformRandomProvider random = new RandomStreams("MeanIntervalsTest", 1).stream("coverage");
    ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(random);
    int repetitions = 20_000;
    int student = 0;
    int welch = 0;
    for (int i = 0; i < repetitions; i++) {
      Sample first = Sample.of(gaussian.samples(6).map(z -> 10 + z).toArray());
      Sample second = Sample.of(gaussian.samples(15).map(z -> 7 + 3 * z).toArray());
      student += MeanIntervals.student(first, 0.1).orElseThrow().contains(10) ? 1 : 0;
      welch += MeanIntervals.welch(first, second, 0.1).orElseThrow().contains(3) ? 1 : 0;
    }
    // Five standard errors of a proportion of 0.9; Welch's interval is an approximation.
    assertEquals(0.9, (double) student / repetitions, 0.0107);
    assertEquals(0.9, (double) welch / repetitions, 0.0127);
  }

  @Test
  void intervalsKnowWhatLiesInsideThem() {
    Interval margin = new Interval(-1, 1);
    assertTrue(new Interval(-1, 0.5).isInside(margin));
    assertFalse(new Interval(-1.1, 0.5).isInside(margin));
    assertFalse(new Interval(-1.1, 0.5).isOutside(margin));
    assertTrue(new Interval(1.01, 2).isOutside(margin));
    assertFalse(new Interval(1, 2).isOutside(margin));
    assertThrows(IllegalArgumentException.class, () -> new Interval(1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Interval(Double.NaN, 0));
  }
}
