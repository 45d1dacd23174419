package org.dartboard.statistics;

import java.util.ArrayList;
import java.util.List;
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
 *
 * <p>Where the values come in blocks of different levels, labels are dealt out anew within each
 * block only, as in randomised blocks (Fisher, The Design of Experiments, 1935).
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
    return test(List.of(new Block(first, second, 1)), alternative, random);
  }

  /**
   * Tests first samples against second ones that each belong to one of them alone: the difference
   * is the mean over all values of the first samples of their distances to the mean of the second
   * sample in their block. What is common to a block changes nothing. One block is the plain test.
   *
   * @param first a sample for each block
   * @param second a sample for each block, in the same order
   * @param random makes the generator; asked only if arrangements have to be drawn
   * @throws IllegalArgumentException if there is no block, the lists differ in length, or a sample
   *     is empty or has a value that is not finite
   */
  public static Result withinBlocks(
      List<double[]> first,
      List<double[]> second,
      Alternative alternative,
      Supplier<UniformRandomProvider> random) {
    if (first.isEmpty() || first.size() != second.size()) {
      throw new IllegalArgumentException(
          first.size()
              + " first samples and "
              + second.size()
              + " second ones; there must be as many, and one at least");
    }
    int size = 0;
    for (int i = 0; i < first.size(); i++) {
      Values.requireSome(first.get(i), "the first sample of block " + i);
      Values.requireSome(second.get(i), "the second sample of block " + i);
      size += first.get(i).length;
    }
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      double weight = (double) first.get(i).length / size;
      blocks.add(new Block(first.get(i), second.get(i), weight));
    }
    return test(blocks, alternative, random);
  }

  private static Result test(
      List<Block> blocks, Alternative alternative, Supplier<UniformRandomProvider> random) {
    Deal deal = new Deal(blocks, alternative);
    double arrangements =
        blocks.stream().mapToDouble(Block::arrangements).reduce(1, (a, b) -> a * b);
    return arrangements <= ENUMERATION_LIMIT
        ? deal.enumerate((int) arrangements)
        : deal.draw(random.get());
  }

  /** All blocks, and how extreme the sum of their differences is. */
  private static final class Deal {
    private final List<Block> blocks;
    private final Alternative alternative;
    private final double observed;
    private final double tolerance;

    Deal(List<Block> blocks, Alternative alternative) {
      this.blocks = blocks;
      this.alternative = alternative;
      this.observed = blocks.stream().mapToDouble(Block::observed).sum();
      // Sums of the same values in another order differ by rounding; those are ties.
      this.tolerance = 1e-12 * blocks.stream().mapToDouble(Block::magnitude).sum();
    }

    /** Every arrangement of a block with every one of the others. */
    Result enumerate(int arrangements) {
      double[] sums = {0};
      for (Block block : blocks) {
        double[] own = block.all();
        double[] longer = new double[sums.length * own.length];
        for (int i = 0; i < longer.length; i++) {
          longer[i] = sums[i / own.length] + own[i % own.length];
        }
        sums = longer;
      }
      int extreme = 0;
      for (double difference : sums) {
        extreme += isExtreme(difference) ? 1 : 0;
      }
      return new Result(observed, (double) extreme / arrangements, Kind.EXACT, arrangements);
    }

    Result draw(UniformRandomProvider random) {
      int extreme = 1;
      for (int draw = 0; draw < DRAWS; draw++) {
        double difference = 0;
        for (Block block : blocks) {
          difference += block.drawn(random);
        }
        extreme += isExtreme(difference) ? 1 : 0;
      }
      return new Result(observed, extreme / (DRAWS + 1.0), Kind.MONTE_CARLO, DRAWS + 1);
    }

    private boolean isExtreme(double difference) {
      return switch (alternative) {
        case GREATER -> difference >= observed - tolerance;
        case LESS -> difference <= observed + tolerance;
        case TWO_SIDED -> Math.abs(difference) >= Math.abs(observed) - tolerance;
      };
    }
  }

  /** The pooled values of a block, of which the first {@code size} make up the first sample. */
  private static final class Block {
    private final double[] pooled;
    private final int size;
    private final double weight;
    private final double total;

    Block(double[] first, double[] second, double weight) {
      this.pooled = new double[first.length + second.length];
      System.arraycopy(first, 0, pooled, 0, first.length);
      System.arraycopy(second, 0, pooled, first.length, second.length);
      this.size = first.length;
      this.weight = weight;
      this.total = sum(pooled.length);
    }

    double arrangements() {
      return BinomialCoefficientDouble.value(pooled.length, size);
    }

    double magnitude() {
      double magnitude = 0;
      for (double value : pooled) {
        magnitude += Math.abs(value);
      }
      return weight * magnitude / Math.min(size, pooled.length - size);
    }

    double observed() {
      return difference(sum(size));
    }

    /** The difference in every arrangement. */
    double[] all() {
      double[] differences = new double[(int) arrangements()];
      int next = 0;
      for (int[] chosen : Combinations.of(pooled.length, size)) {
        double sum = 0;
        for (int index : chosen) {
          sum += pooled[index];
        }
        differences[next++] = difference(sum);
      }
      return differences;
    }

    /** The difference in an arrangement drawn at random, which is left in place. */
    double drawn(UniformRandomProvider random) {
      double sum = 0;
      for (int i = 0; i < size; i++) {
        int other = i + random.nextInt(pooled.length - i);
        double value = pooled[other];
        pooled[other] = pooled[i];
        pooled[i] = value;
        sum += value;
      }
      return difference(sum);
    }

    private double sum(int count) {
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += pooled[i];
      }
      return sum;
    }

    private double difference(double firstSum) {
      return weight * (firstSum / size - (total - firstSum) / (pooled.length - size));
    }
  }
}
