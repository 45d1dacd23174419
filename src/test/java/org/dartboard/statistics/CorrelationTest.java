package org.dartboard.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.random.RandomStreams;
import org.junit.jupiter.api.Test;

class CorrelationTest {
  @Test
  void pearsonOfAnscombesFirstSetIsThePublishedOne() {
    double[] x = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
    double[] y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};
    assertEquals(0.81642, Correlation.pearson(x, y).getAsDouble(), 5e-6);
  }

  @Test
  void spearmanOfTenPairsIsTheTextbookFraction() {
    double[] intelligence = {106, 100, 86, 101, 99, 103, 97, 113, 112, 110};
    double[] television = {7, 27, 2, 50, 28, 29, 20, 12, 6, 17};
    assertEquals(-29.0 / 165, Correlation.spearman(intelligence, television).getAsDouble(), 1e-15);
  }

  @Test
  void spearmanGivesTiesTheirMeanRank() {
    // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4.
    assertEquals(
        4.5 / Math.sqrt(4.5 * 5),
        Correlation.spearman(new double[] {1, 2, 2, 3}, new double[] {1, 2, 3, 4}).getAsDouble(),
        1e-15);
  }

  @Test
  void kendallAgreesWithCountingAllPairs() {
    UniformRandomProvider random = new RandomStreams("CorrelationTest", 1).stream("pairs");
    for (int round = 0; round < 300; round++) {
      int size = 2 + random.nextInt(40);
      int distinct = 2 + random.nextInt(12);
      double[] x = random.ints(size, 0, distinct).asDoubleStream().toArray();
      double[] y = random.ints(size, 0, distinct).asDoubleStream().toArray();
      x[0] = 0;
      x[1] = -0.0;
      double slow = slowKendall(x, y);
      if (Double.isNaN(slow)) {
        assertTrue(Correlation.kendall(x, y).isEmpty());
      } else {
        assertEquals(slow, Correlation.kendall(x, y).getAsDouble(), 1e-14);
      }
    }
  }

  @Test
  void kendallOfTheWholeSpaceIsQuick() {
    UniformRandomProvider random = new RandomStreams("CorrelationTest", 2).stream("pairs");
    double[] x = random.doubles(15_625).toArray();
    double[] y = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.round(20 * x[i] + 5 * random.nextDouble());
    }
    double fast =
        assertTimeout(Duration.ofSeconds(2), () -> Correlation.kendall(x, y).getAsDouble());
    assertEquals(slowKendall(x, y), fast, 1e-12);
  }

  @Test
  void perfectAgreementIsOneAndItsOppositeMinusOne() {
    double[] up = {1, 2, 3, 4};
    double[] down = {8, 6, 4, 2};
    assertEquals(1, Correlation.pearson(up, up).getAsDouble(), 1e-15);
    assertEquals(1, Correlation.kendall(up, up).getAsDouble(), 1e-15);
    assertEquals(-1, Correlation.pearson(up, down).getAsDouble(), 1e-15);
    assertEquals(-1, Correlation.spearman(up, down).getAsDouble(), 1e-15);
    assertEquals(-1, Correlation.kendall(up, down).getAsDouble(), 1e-15);
  }

  @Test
  void correlationWithAConstantIsUndefined() {
    double[] constant = {2, 2, 2};
    double[] other = {1, 2, 3};
    assertTrue(Correlation.pearson(constant, other).isEmpty());
    assertTrue(Correlation.spearman(other, constant).isEmpty());
    assertTrue(Correlation.kendall(other, constant).isEmpty());
    assertTrue(Correlation.pearson(new double[0], new double[0]).isEmpty());
    assertTrue(Correlation.kendall(new double[] {1}, new double[] {1}).isEmpty());
  }

  @Test
  void unpairedAndNonFiniteValuesAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Correlation.pearson(new double[] {1}, new double[] {1, 2}));
    assertThrows(
        IllegalArgumentException.class,
        () -> Correlation.kendall(new double[] {1, Double.NaN}, new double[] {1, 2}));
  }

  private static double slowKendall(double[] x, double[] y) {
    long balance = 0;
    long apartX = 0;
    long apartY = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        double dx = Math.signum(x[i] - x[j]);
        double dy = Math.signum(y[i] - y[j]);
        balance += (long) (dx * dy);
        apartX += dx == 0 ? 0 : 1;
        apartY += dy == 0 ? 0 : 1;
      }
    }
    return balance / Math.sqrt((double) apartX * apartY);
  }
}
