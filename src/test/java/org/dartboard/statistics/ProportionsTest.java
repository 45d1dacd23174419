package org.dartboard.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

class ProportionsTest {
  @Test
  void mendelsPeasGiveTheFiguresOfConover() {
    // Conover, Practical Nonparametric Statistics (1971): 682 of 925, expected share 3/4.
    Interval interval = Proportions.clopperPearson(682, 925, 0.05);
    assertEquals(0.7076683, interval.low(), 5e-8);
    assertEquals(0.7654066, interval.high(), 5e-8);
    assertEquals(0.3825, Proportions.binomialTest(682, 925, 0.75, Alternative.TWO_SIDED), 5e-5);
  }

  @Test
  void endsOfTheIntervalLeaveHalfTheLevelInEachTail() {
    for (int trials = 1; trials <= 12; trials++) {
      for (int successes = 0; successes <= trials; successes++) {
        Interval interval = Proportions.clopperPearson(successes, trials, 0.05);
        if (successes > 0) {
          assertEquals(0.025, upperTail(successes, trials, interval.low()), 1e-10);
        }
        if (successes < trials) {
          assertEquals(0.025, 1 - upperTail(successes + 1, trials, interval.high()), 1e-10);
        }
      }
    }
  }

  @Test
  void oneSidedTestsAreSumsOfBinomialProbabilities() {
    for (int trials = 1; trials <= 12; trials++) {
      for (int successes = 0; successes <= trials; successes++) {
        assertEquals(
            upperTail(successes, trials, 0.3),
            Proportions.binomialTest(successes, trials, 0.3, Alternative.GREATER),
            1e-12);
        assertEquals(
            1 - upperTail(successes + 1, trials, 0.3),
            Proportions.binomialTest(successes, trials, 0.3, Alternative.LESS),
            1e-12);
      }
    }
  }

  @Test
  void noneAndAllReachTheEnds() {
    assertEquals(0, Proportions.clopperPearson(0, 5, 0.05).low());
    assertEquals(1, Proportions.clopperPearson(5, 5, 0.05).high());
    // The rule of three's exact form: 1 - (level / 2)^(1 / n).
    assertEquals(1 - Math.pow(0.025, 0.2), Proportions.clopperPearson(0, 5, 0.05).high(), 1e-12);
  }

  @Test
  void withoutTrialsNothingIsKnown() {
    assertEquals(new Interval(0, 1), Proportions.clopperPearson(0, 0, 0.05));
    assertEquals(1, Proportions.binomialTest(0, 0, 0.5, Alternative.GREATER));
  }

  @Test
  void impossibleCountsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Proportions.clopperPearson(3, 2, 0.05));
    assertThrows(IllegalArgumentException.class, () -> Proportions.clopperPearson(-1, 2, 0.05));
    assertThrows(
        IllegalArgumentException.class,
        () -> Proportions.binomialTest(1, 2, Double.NaN, Alternative.LESS));
  }

  /** P(X >= successes), summed in exact arithmetic. */
  private static double upperTail(int successes, int trials, double chance) {
    BigDecimal p = new BigDecimal(chance);
    BigDecimal q = BigDecimal.ONE.subtract(p);
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = successes; k <= trials; k++) {
      BigInteger ways = BigInteger.ONE;
      for (int i = 1; i <= k; i++) {
        ways = ways.multiply(BigInteger.valueOf(trials - k + i)).divide(BigInteger.valueOf(i));
      }
      sum = sum.add(new BigDecimal(ways).multiply(p.pow(k)).multiply(q.pow(trials - k)));
    }
    return sum.round(MathContext.DECIMAL64).doubleValue();
  }

  /** Student's t with three degrees of freedom is 3.1824. */
  @Test
  void groupsAreDrawnAsOne() {
    Interval interval = Proportions.ofGroups(new double[] {0.2, 0.4, 0.4, 0.6}, 0.05);
    double half = 3.182446 * Math.sqrt(0.08 / 3) / 2;
    assertEquals(0.4 - half, interval.low(), 1e-6);
    assertEquals(0.4 + half, interval.high(), 1e-6);
    assertEquals(new Interval(0, 1), Proportions.ofGroups(new double[] {0, 1}, 0.05));
    assertEquals(new Interval(0, 1), Proportions.ofGroups(new double[] {0.5}, 0.05));
    assertEquals(new Interval(0, 1), Proportions.ofGroups(new double[] {}, 0.05));
    assertEquals(new Interval(1, 1), Proportions.ofGroups(new double[] {1, 1}, 0.05));
  }
}
