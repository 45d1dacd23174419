package org.dartboard.statistics;

import java.util.List;
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
    return combination(List.of(first, second), List.of(1.0, -1.0), level);
  }

  /**
   * The interval for a linear combination of the means of independent samples whose variances may
   * differ, with the degrees of freedom of Satterthwaite (Biometrics Bulletin 2, 1946); empty if
   * any of the samples is a single value.
   *
   * @param coefficients of the samples' means, in their order
   */
  public static Optional<Interval> combination(
      List<Sample> samples, List<Double> coefficients, double level) {
    Values.requireLevel(level);
    if (samples.size() != coefficients.size()) {
      throw new IllegalArgumentException(
          samples.size() + " samples and " + coefficients.size() + " coefficients");
    }
    if (samples.stream().anyMatch(sample -> sample.count() < 2)) {
      return Optional.empty();
    }
    double mean = 0;
    double[] errors = new double[samples.size()];
    double error = 0;
    for (int i = 0; i < errors.length; i++) {
      mean += coefficients.get(i) * samples.get(i).mean();
      errors[i] = square(coefficients.get(i) * samples.get(i).standardError().getAsDouble());
      error += errors[i];
    }
    if (error == 0) {
      return Optional.of(Interval.around(mean, 0));
    }
    double inverseDegrees = 0;
    for (int i = 0; i < errors.length; i++) {
      // Shares first: squares of very small errors would underflow.
      inverseDegrees += square(errors[i] / error) / (samples.get(i).count() - 1);
    }
    return Optional.of(
        Interval.around(mean, quantile(1 / inverseDegrees, level) * Math.sqrt(error)));
  }

  private static double quantile(double degrees, double level) {
    return TDistribution.of(degrees).inverseSurvivalProbability(level / 2);
  }

  private static double square(double value) {
    return value * value;
  }
}
