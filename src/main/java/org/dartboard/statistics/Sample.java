package org.dartboard.statistics;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * The summary of a sample: how many values, their mean, and their standard deviation.
 *
 * @param count the number of values, 1 or more
 * @param mean the arithmetic mean, finite
 * @param standardDeviation with the divisor n - 1; empty for a single value, where it is undefined
 */
public record Sample(int count, double mean, OptionalDouble standardDeviation) {
  public Sample {
    if (count < 1) {
      throw new IllegalArgumentException("a sample has 1 value at least, not " + count);
    }
    if (!Double.isFinite(mean)) {
      throw new IllegalArgumentException("the mean " + mean + " is not finite");
    }
    if (standardDeviation.isPresent() != count > 1) {
      throw new IllegalArgumentException(
          "a standard deviation is defined for 2 values or more, and only for those; there are "
              + count);
    }
    if (standardDeviation.isPresent()
        && !(standardDeviation.getAsDouble() >= 0
            && Double.isFinite(standardDeviation.getAsDouble()))) {
      throw new IllegalArgumentException(
          "the standard deviation "
              + standardDeviation.getAsDouble()
              + " is not finite and 0 or more");
    }
  }

  /**
   * The summary of the given values. Equal values have a standard deviation of exactly 0.
   *
   * @throws IllegalArgumentException if there is none or one is not finite
   */
  public static Sample of(double... values) {
    Values.requireSome(values, "the sample");
    if (values.length == 1) {
      return new Sample(1, values[0], OptionalDouble.empty());
    }
    // Rounding would give equal values another mean and a trace of variance.
    boolean equal = Arrays.stream(values).allMatch(value -> value == values[0]);
    return equal
        ? ofSummary(values.length, values[0], 0)
        : ofSummary(
            values.length,
            Mean.of(values).getAsDouble(),
            StandardDeviation.of(values).getAsDouble());
  }

  /**
   * A sample known by its published summary.
   *
   * @param count 2 or more
   */
  public static Sample ofSummary(int count, double mean, double standardDeviation) {
    return new Sample(count, mean, OptionalDouble.of(standardDeviation));
  }

  /** The standard error of the mean; empty for a single value. */
  public OptionalDouble standardError() {
    return standardDeviation.isPresent()
        ? OptionalDouble.of(standardDeviation.getAsDouble() / Math.sqrt(count))
        : OptionalDouble.empty();
  }
}
