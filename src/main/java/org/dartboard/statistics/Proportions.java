package org.dartboard.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;

/** Exact inference on the probability of success, from a number of successes among trials. */
public final class Proportions {
  private Proportions() {}

  /**
   * The interval of Clopper and Pearson (Biometrika 26, 1934), whose coverage is never below 1 -
   * level. Without trials it is all of 0 to 1.
   *
   * @param level the probability of error, between 0 and 1
   */
  public static Interval clopperPearson(int successes, int trials, double level) {
    Values.requireLevel(level);
    requireCounts(successes, trials);
    double low =
        successes == 0
            ? 0
            : BetaDistribution.of(successes, trials - successes + 1.0)
                .inverseCumulativeProbability(level / 2);
    double high =
        successes == trials
            ? 1
            : BetaDistribution.of(successes + 1.0, trials - successes)
                .inverseSurvivalProbability(level / 2);
    return new Interval(low, high);
  }

  /**
   * The interval of the mean share of several groups, by Student's t with the groups as what is
   * drawn, within 0 to 1; all of 0 to 1 with fewer than two groups. Trials of one group may depend
   * on each other. Where all groups have the same share, its ends coincide.
   *
   * @param shares of success, one for each group, 0 to 1
   * @param level the probability of error, between 0 and 1
   */
  public static Interval ofGroups(double[] shares, double level) {
    Values.requireLevel(level);
    if (shares.length == 0) {
      return new Interval(0, 1);
    }
    return MeanIntervals.student(Sample.of(shares), level)
        .map(mean -> new Interval(Math.max(0, mean.low()), Math.min(1, mean.high())))
        .orElse(new Interval(0, 1));
  }

  /**
   * The p-value of the exact binomial test. Without trials it is 1.
   *
   * @param chance the probability of success under the null hypothesis, 0 to 1
   */
  public static double binomialTest(
      int successes, int trials, double chance, Alternative alternative) {
    requireCounts(successes, trials);
    if (!(chance >= 0 && chance <= 1)) {
      throw new IllegalArgumentException("chance " + chance + " is not 0 to 1");
    }
    if (trials == 0) {
      return 1;
    }
    return BinomialTest.withDefaults()
        .with(hypothesis(alternative))
        .test(trials, successes, chance)
        .getPValue();
  }

  private static AlternativeHypothesis hypothesis(Alternative alternative) {
    return switch (alternative) {
      case GREATER -> AlternativeHypothesis.GREATER_THAN;
      case LESS -> AlternativeHypothesis.LESS_THAN;
      case TWO_SIDED -> AlternativeHypothesis.TWO_SIDED;
    };
  }

  private static void requireCounts(int successes, int trials) {
    if (trials < 0 || successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          successes + " successes among " + trials + " trials are impossible");
    }
  }
}
