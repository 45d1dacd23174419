package org.dartboard.statistics;

import java.util.function.Supplier;
import org.apache.commons.numbers.combinatorics.BinomialCoefficientDouble;
import org.apache.commons.numbers.combinatorics.Combinations;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The permutation test of a difference of two means.
 *
 * <p>Under the null hypothesis the labels of the pooled values are exchangeable. Every way to deal
 * them out is counted where there are few enough; else labels are dealt at random, and the observed
 * one counts as a draw of its own: p = (b + 1) / (B + 1), which is never 0 and never too small
 * (Phipson and Smyth, Statistical Applications in Genetics and Molecular Biology 9, 2010).
 */
public final class PermutationTest {
  /** Up to how many arrangements all of them are counted. */
  public static final int ENUMERATION_LIMIT = 200_000;

  /** How many arrangements are drawn where there are more than that. */
  public static final int DRAWS = 9_999;

  private PermutationTest() {}

  /** How the p-value came about. */
  public enum Kind {
    /** Every arrangement was counted. */
    EXACT,
    /** Arrangements were drawn at random. */
    MONTE_CARLO
  }

  /**
   * What the test found.
   *
   * @param difference mean of the first sample minus mean of the second
   * @param p the p-value, above 0 and up to 1
   * @param kind how it came about
   * @param arrangements how many arrangements were looked at, the observed one included
   */
  public record Result(double difference, double p, Kind kind, int arrangements) {}

  /**
   * Tests the mean of {@code first} against that of {@code second}. Where all values are equal, p
   * is 1.
   *
   * @param random makes the generator; asked only if arrangements have to be drawn
   * @throws IllegalArgumentException if a sample is empty or has a value that is not finite
   */
  public static Result test(
      double[] first,
      double[] second,
      Alternative alternative,
      Supplier<UniformRandomProvider> random) {
    Values.requireSome(first, "the first sample");
    Values.requireSome(second, "the second sample");
    double[] pooled = new double[first.length + second.length];
    System.arraycopy(first, 0, pooled, 0, first.length);
    System.arraycopy(second, 0, pooled, first.length, second.length);
    Deal deal = new Deal(pooled, first.length, alternative);
    double arrangements = BinomialCoefficientDouble.value(pooled.length, first.length);
    return arrangements <= ENUMERATION_LIMIT ? deal.enumerate() : deal.draw(random.get());
  }

  /** The pooled values, of which the first {@code size} make up the first sample. */
  private static final class Deal {
    private final double[] pooled;
    private final int size;
    private final Alternative alternative;
    private final double total;
    private final double observed;
    private final double tolerance;

    Deal(double[] pooled, int size, Alternative alternative) {
      this.pooled = pooled;
      this.size = size;
      this.alternative = alternative;
      double sum = 0;
      double magnitude = 0;
      double firstSum = 0;
      for (int i = 0; i < pooled.length; i++) {
        sum += pooled[i];
        magnitude += Math.abs(pooled[i]);
        firstSum += i < size ? pooled[i] : 0;
      }
      this.total = sum;
      // Sums of the same values in another order differ by rounding; those are ties.
      this.tolerance = 1e-12 * magnitude / Math.min(size, pooled.length - size);
      this.observed = difference(firstSum);
    }

    Result enumerate() {
      int extreme = 0;
      int all = 0;
      for (int[] chosen : Combinations.of(pooled.length, size)) {
        double sum = 0;
        for (int index : chosen) {
          sum += pooled[index];
        }
        extreme += isExtreme(sum) ? 1 : 0;
        all++;
      }
      return new Result(observed, (double) extreme / all, Kind.EXACT, all);
    }

    Result draw(UniformRandomProvider random) {
      double[] values = pooled.clone();
      int extreme = 1;
      for (int draw = 0; draw < DRAWS; draw++) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
          int other = i + random.nextInt(values.length - i);
          double value = values[other];
          values[other] = values[i];
          values[i] = value;
          sum += value;
        }
        extreme += isExtreme(sum) ? 1 : 0;
      }
      return new Result(observed, extreme / (DRAWS + 1.0), Kind.MONTE_CARLO, DRAWS + 1);
    }

    private boolean isExtreme(double firstSum) {
      double difference = difference(firstSum);
      return switch (alternative) {
        case GREATER -> difference >= observed - tolerance;
        case LESS -> difference <= observed + tolerance;
        case TWO_SIDED -> Math.abs(difference) >= Math.abs(observed) - tolerance;
      };
    }

    private double difference(double firstSum) {
      return firstSum / size - (total - firstSum) / (pooled.length - size);
    }
  }
}
