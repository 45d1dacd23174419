package org.dartboard.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.commons.numbers.combinatorics.Factorial;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.statistics.PermutationTest.Kind;
import org.dartboard.statistics.PermutationTest.Result;

/**
 * The permutation test of how far runs lie from the mean of their arm.
 *
 * <p>Distances to a mean cannot be dealt out themselves: one outlier moves its arm's mean and so
 * makes all the distances of that arm large. What is exchangeable under the null hypothesis that
 * the arms are alike are the runs, and where those in the same place of each arm start alike, they
 * are within that place. So each arrangement deals out the values of every place among the arms and
 * takes all means and distances anew. Where the arms' means lie far apart, mixed arms spread, and
 * the test finds less; dealing out distances to the means, though, finds too much.
 */
public final class SpreadTest {
  private final double[][] arms;
  private final int first;

  /** Sums of the same values in another order differ by rounding; those are ties. */
  private final double tolerance;

  private SpreadTest(List<double[]> first, List<double[]> second) {
    List<double[]> all = new ArrayList<>(first);
    all.addAll(second);
    this.arms = all.stream().map(double[]::clone).toArray(double[][]::new);
    this.first = first.size();
    this.tolerance =
        1e-12 * Arrays.stream(arms).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
  }

  /**
   * Tests the mean distance of the first arms' runs against that of the second arms'.
   *
   * @param first values by arm and place; all arms have as many
   * @param second likewise
   * @param random makes the generator; asked only if arrangements have to be drawn
   * @throws IllegalArgumentException if a list is empty, or an arm is empty, has a value that is
   *     not finite or is longer than another
   */
  public static Result test(
      List<double[]> first,
      List<double[]> second,
      Alternative alternative,
      Supplier<UniformRandomProvider> random) {
    if (first.isEmpty() || second.isEmpty()) {
      throw new IllegalArgumentException("there must be an arm on both sides");
    }
    SpreadTest test = new SpreadTest(first, second);
    for (int arm = 0; arm < test.arms.length; arm++) {
      Values.requireSome(test.arms[arm], "arm " + arm);
      if (test.arms[arm].length != test.places()) {
        throw new IllegalArgumentException(
            "arm %d has %d runs, the first has %d"
                .formatted(arm, test.arms[arm].length, test.places()));
      }
    }
    double arrangements = arrangements(test.arms.length, test.places());
    return arrangements <= PermutationTest.ENUMERATION_LIMIT
        ? test.enumerate(alternative, (int) arrangements)
        : test.draw(alternative, random.get());
  }

  /**
   * The jackknife's interval of the difference of the mean distances, with places left out in turn
   * (Tukey, 1958): runs in the same place start alike, so that places are what is independent.
   *
   * @param first as for the test
   * @param second likewise
   * @param level a probability of error
   * @return empty with fewer than three places, without one of which distances would mean nothing
   */
  public static Optional<Interval> interval(
      List<double[]> first, List<double[]> second, double level) {
    int places = first.get(0).length;
    if (places < 3) {
      return Optional.empty();
    }
    double all = new SpreadTest(first, second).difference();
    double[] pseudovalues = new double[places];
    for (int place = 0; place < places; place++) {
      double others = new SpreadTest(without(place, first), without(place, second)).difference();
      pseudovalues[place] = places * all - (places - 1) * others;
    }
    return MeanIntervals.student(Sample.of(pseudovalues), level);
  }

  private static List<double[]> without(int place, List<double[]> arms) {
    return arms.stream()
        .map(
            arm ->
                IntStream.range(0, arm.length)
                    .filter(each -> each != place)
                    .mapToDouble(each -> arm[each])
                    .toArray())
        .toList();
  }

  /** In how many ways the values of each place can be dealt out. */
  public static double arrangements(int arms, int places) {
    return Math.pow(Factorial.doubleValue(arms), places);
  }

  private int places() {
    return arms[0].length;
  }

  private Result enumerate(Alternative alternative, int arrangements) {
    double observed = difference();
    int[] extreme = {0};
    Runnable count = () -> extreme[0] += isExtreme(difference(), observed, alternative) ? 1 : 0;
    deal(0, 0, count);
    return new Result(observed, (double) extreme[0] / arrangements, Kind.EXACT, arrangements);
  }

  /** Goes through every order of the values of each place from some arm on. */
  private void deal(int place, int arm, Runnable each) {
    if (place == places()) {
      each.run();
      return;
    }
    if (arm == arms.length - 1) {
      deal(place + 1, 0, each);
      return;
    }
    for (int other = arm; other < arms.length; other++) {
      swap(place, arm, other);
      deal(place, arm + 1, each);
      swap(place, arm, other);
    }
  }

  private Result draw(Alternative alternative, UniformRandomProvider random) {
    double observed = difference();
    int extreme = 1;
    for (int draw = 0; draw < PermutationTest.DRAWS; draw++) {
      for (int place = 0; place < places(); place++) {
        for (int arm = 0; arm < arms.length - 1; arm++) {
          swap(place, arm, arm + random.nextInt(arms.length - arm));
        }
      }
      extreme += isExtreme(difference(), observed, alternative) ? 1 : 0;
    }
    int arrangements = PermutationTest.DRAWS + 1;
    return new Result(observed, (double) extreme / arrangements, Kind.MONTE_CARLO, arrangements);
  }

  private void swap(int place, int arm, int other) {
    double value = arms[arm][place];
    arms[arm][place] = arms[other][place];
    arms[other][place] = value;
  }

  private double difference() {
    return distance(0, first) - distance(first, arms.length);
  }

  /** The mean distance of the runs of some arms to the means of their arms. */
  private double distance(int from, int to) {
    double sum = 0;
    for (int arm = from; arm < to; arm++) {
      double mean = Arrays.stream(arms[arm]).average().orElseThrow();
      for (double value : arms[arm]) {
        sum += Math.abs(value - mean);
      }
    }
    return sum / ((to - from) * places());
  }

  private boolean isExtreme(double difference, double observed, Alternative alternative) {
    return switch (alternative) {
      case GREATER -> difference >= observed - tolerance;
      case LESS -> difference <= observed + tolerance;
      case TWO_SIDED -> Math.abs(difference) >= Math.abs(observed) - tolerance;
    };
  }
}
