package org.dartboard.statistics;

import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Intervals for means of samples with unknown variances.
 *
 * <p>A level is a probability of error: level 0.05 gives 95 % intervals. Without variance the
 * interval is a point. Where a variance that is needed is undefined, there is no interval.
 */
public final class MeanIntervals {
  private MeanIntervals() {}

  /** Student's t interval for the mean of one sample; empty for a single value. */
  public static Optional<Interval> student(Sample sample, double level) {
    Values.requireLevel(level);
    if (sample.count() < 2) {
      return Optional.empty();
    }
    double standardError = sample.standardError().getAsDouble();
    return Optional.of(
        Interval.around(sample.mean(), quantile(sample.count() - 1, level) * standardError));
  }

  /**
   * Welch's interval for the mean of {@code first} minus the mean of {@code second}, with the
   * degrees of freedom of Welch and Satterthwaite; empty if either sample is a single value.
   */
  public static Optional<Interval> welch(Sample first, Sample second, double level) {
    Values.requireLevel(level);
    if (first.count() < 2 || second.count() < 2) {
      return Optional.empty();
    }
    double difference = first.mean() - second.mean();
    double firstError = square(first.standardError().getAsDouble());
    double secondError = square(second.standardError().getAsDouble());
    double error = firstError + secondError;
    if (error == 0) {
      return Optional.of(Interval.around(difference, 0));
    }
    // Shares first: squares of very small errors would underflow.
    double degrees =
        1
            / (square(firstError / error) / (first.count() - 1)
                + square(secondError / error) / (second.count() - 1));
    return Optional.of(Interval.around(difference, quantile(degrees, level) * Math.sqrt(error)));
  }

  private static double quantile(double degrees, double level) {
    return TDistribution.of(degrees).inverseSurvivalProbability(level / 2);
  }

  private static double square(double value) {
    return value * value;
  }
}
