package org.dartboard.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.dartboard.statistics.PermutationTest.Kind;
import org.dartboard.statistics.PermutationTest.Result;
import org.junit.jupiter.api.Test;

class SpreadTestTest {
  private static final Supplier<UniformRandomProvider> SEEDED =
      () -> RandomSource.XO_RO_SHI_RO_128_PP.create(3);
  private static final Supplier<UniformRandomProvider> NONE =
      () -> {
        throw new AssertionError("nothing is to be drawn");
      };

  /** Two places of two arms: distances by hand in all four arrangements. */
  @Test
  void aCaseThatCanBeCountedByHand() {
    // As they are: 1 and 2 lie 0.5 from their mean, 4 and 8 lie 2. Exchanged in one place: 4 and 2
    // lie 1, 1 and 8 lie 3.5.
    Result result = SpreadTest.test(arms(1, 2), arms(4, 8), Alternative.LESS, NONE);
    assertEquals(new Result(-1.5, 2 / 4.0, Kind.EXACT, 4), result);
    assertEquals(1, SpreadTest.test(arms(1, 8), arms(1, 8), Alternative.LESS, NONE).p());
  }

  @Test
  void steadyRunsAmongOthersAreAsExtremeAsCanBe() {
    double[] steady = {50, 50, 50, 50, 50};
    double[] wild = {20, 80, 20, 80, 20};
    double[] other = {80, 20, 80, 20, 80};
    Result result = SpreadTest.test(List.of(steady), List.of(wild, other), Alternative.LESS, NONE);
    assertEquals(7776, result.arrangements());
    // Two of one and three of the other lie farthest apart, in whichever of 20 ways.
    assertEquals(20 / 7776.0, result.p(), 1e-12);
    assertEquals(
        1, SpreadTest.test(List.of(steady), List.of(wild, other), Alternative.GREATER, NONE).p());
  }

  /** What is common to the runs of a place, or to all, says nothing about spread. */
  @Test
  void whatIsAddedToAllChangesNothing() {
    List<double[]> arms = drawn(new Random(5), 3, 5);
    List<double[]> moved =
        arms.stream().map(arm -> Arrays.stream(arm).map(value -> value + 70).toArray()).toList();
    Result plain = test(arms);
    Result result = test(moved);
    assertEquals(plain.p(), result.p());
    assertEquals(plain.difference(), result.difference(), 1e-12);
  }

  /** With one outlier in five, as searches have that break down, in arms that are alike. */
  @Test
  void itSeldomFindsADifferenceWhereThereIsNone() {
    Random random = new Random(7);
    int found = 0;
    int dealtOut = 0;
    for (int trial = 0; trial < 400; trial++) {
      List<double[]> arms = drawn(random, 3, 5);
      found += test(arms).p() <= 0.05 ? 1 : 0;
      double[] distances = distances(arms.get(0));
      double[] others = Arrays.copyOf(distances(arms.get(1)), 10);
      System.arraycopy(distances(arms.get(2)), 0, others, 5, 5);
      dealtOut +=
          PermutationTest.test(distances, others, Alternative.LESS, NONE).p() <= 0.05 ? 1 : 0;
    }
    // The binomial distribution of 400 and 0.05 has less than one in a thousand above 34.
    assertTrue(found <= 34, found + " of 400");
    assertTrue(dealtOut > 60, "dealing out distances finds " + dealtOut);
  }

  /** Two arms of two values: the jackknife by hand. */
  @Test
  void theIntervalLeavesPlacesOutInTurn() {
    // Distances 2/3 and 0: with all 0.444..., without each place 0.5, 0.5 and 0.
    List<double[]> first = arms(1, 1, 2);
    List<double[]> second = arms(0, 0, 0);
    double all = 4 / 9.0;
    double[] pseudovalues = {3 * all - 2 * 0.5, 3 * all - 2 * 0.5, 3 * all};
    assertEquals(
        MeanIntervals.student(Sample.of(pseudovalues), 0.05),
        SpreadTest.interval(first, second, 0.05));
    assertTrue(SpreadTest.interval(arms(1, 2), arms(3, 4), 0.05).isEmpty());
  }

  @Test
  void manyArrangementsAreDrawn() {
    Result result =
        SpreadTest.test(
            drawn(new Random(1), 2, 5), drawn(new Random(2), 2, 5), Alternative.TWO_SIDED, SEEDED);
    assertEquals(Kind.MONTE_CARLO, result.kind());
    Result again =
        SpreadTest.test(
            drawn(new Random(1), 2, 5), drawn(new Random(2), 2, 5), Alternative.TWO_SIDED, SEEDED);
    assertEquals(result, again);
    List<double[]> wild = new ArrayList<>(drawn(new Random(2), 2, 5));
    wild.replaceAll(arm -> Arrays.stream(arm).map(value -> 1000 * value).toArray());
    Result clear = SpreadTest.test(drawn(new Random(1), 2, 5), wild, Alternative.LESS, SEEDED);
    assertTrue(clear.p() < 0.01, clear::toString);
  }

  @Test
  void armsMustBeOfOneLengthAndFinite() {
    assertThrows(
        IllegalArgumentException.class,
        () -> SpreadTest.test(arms(1, 2), arms(1, 2, 3), Alternative.LESS, NONE));
    assertThrows(
        IllegalArgumentException.class,
        () -> SpreadTest.test(arms(1, Double.NaN), arms(1, 2), Alternative.LESS, NONE));
    assertThrows(
        IllegalArgumentException.class,
        () -> SpreadTest.test(arms(1, 2), List.of(), Alternative.LESS, NONE));
  }

  private static Result test(List<double[]> arms) {
    return SpreadTest.test(
        arms.subList(0, 1), arms.subList(1, arms.size()), Alternative.LESS, NONE);
  }

  private static List<double[]> arms(double... values) {
    return List.of(values);
  }

  private static List<double[]> drawn(Random random, int arms, int places) {
    List<double[]> drawn = new ArrayList<>();
    for (int arm = 0; arm < arms; arm++) {
      double[] values = new double[places];
      for (int place = 0; place < places; place++) {
        values[place] = random.nextGaussian() - (random.nextInt(5) == 0 ? 40 : 0);
      }
      drawn.add(values);
    }
    return drawn;
  }

  private static double[] distances(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    return Arrays.stream(values).map(value -> Math.abs(value - mean)).toArray();
  }
}
