package org.dartboard.statistics;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.ranking.NaturalRanking;

/**
 * Correlation of pairs, from -1 to 1; empty where it is undefined, which is for fewer than two
 * pairs and where all x or all y are equal.
 */
public final class Correlation {
  private Correlation() {}

  /** Pearson's correlation: how near the pairs lie to a straight line. */
  public static OptionalDouble pearson(double[] x, double[] y) {
    Values.requirePaired(x, y);
    if (isConstant(x) || isConstant(y)) {
      return OptionalDouble.empty();
    }
    double meanX = Mean.of(x).getAsDouble();
    double meanY = Mean.of(y).getAsDouble();
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      double dx = x[i] - meanX;
      double dy = y[i] - meanY;
      xx += dx * dx;
      yy += dy * dy;
      xy += dx * dy;
    }
    return OptionalDouble.of(bounded(xy / (Math.sqrt(xx) * Math.sqrt(yy))));
  }

  /** Spearman's correlation: Pearson's of the ranks, where ties share their mean rank. */
  public static OptionalDouble spearman(double[] x, double[] y) {
    Values.requirePaired(x, y);
    if (isConstant(x) || isConstant(y)) {
      return OptionalDouble.empty();
    }
    NaturalRanking ranking = new NaturalRanking();
    return pearson(ranking.apply(x), ranking.apply(y));
  }

  /** Kendall's tau-b: concordant minus discordant pairs of pairs, corrected for ties. */
  public static OptionalDouble kendall(double[] x, double[] y) {
    Values.requirePaired(x, y);
    if (isConstant(x) || isConstant(y)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(bounded(new KendallTau(x, y).tauB()));
  }

  private static boolean isConstant(double[] values) {
    // Minus zero and zero are the same number here, as they are for the sums.
    return Arrays.stream(values).noneMatch(value -> value != values[0]);
  }

  private static double bounded(double correlation) {
    return Math.max(-1, Math.min(1, correlation));
  }
}
