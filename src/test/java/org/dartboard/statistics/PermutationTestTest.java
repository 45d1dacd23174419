package org.dartboard.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.random.RandomStreams;
import org.junit.jupiter.api.Test;

class PermutationTestTest {
  @Test
  void separatedSamplesHaveOneArrangementAsExtreme() {
    PermutationTest.Result result =
        test(new double[] {4, 5, 6}, new double[] {1, 2, 3}, Alternative.GREATER);
    assertEquals(3, result.difference(), 1e-15);
    assertEquals(1.0 / 20, result.p(), 1e-15);
    assertEquals(PermutationTest.Kind.EXACT, result.kind());
    assertEquals(20, result.arrangements());
    assertEquals(
        2.0 / 20,
        test(new double[] {4, 5, 6}, new double[] {1, 2, 3}, Alternative.TWO_SIDED).p(),
        1e-15);
    assertEquals(
        1, test(new double[] {4, 5, 6}, new double[] {1, 2, 3}, Alternative.LESS).p(), 1e-15);
  }

  @Test
  void enumerationAgreesWithCountingOverBitMasks() {
    UniformRandomProvider random = new RandomStreams("PermutationTestTest", 1).stream("values");
    for (int round = 0; round < 60; round++) {
      // Few distinct values, so that ties occur; tenths, so that sums round.
      double[] first =
          random.ints(1 + round % 6, 0, 8).mapToDouble(value -> value / 10.0).toArray();
      double[] second = random.ints(4, 0, 8).mapToDouble(value -> value / 10.0).toArray();
      for (Alternative alternative : Alternative.values()) {
        assertEquals(
            slowP(first, second, alternative), test(first, second, alternative).p(), 1e-15);
      }
    }
  }

  @Test
  void drawsAgreeWithEnumeration() {
    double[] first = {1.2, 3.4, 2.2, 5.1, 4.4, 2.9, 3.3, 4.8, 1.9, 3.7};
    double[] second = {1.0, 2.4, 2.0, 3.1, 3.4, 1.9, 2.3, 3.8, 0.9, 2.2};
    PermutationTest.Result exact = test(first, second, Alternative.GREATER);
    assertEquals(PermutationTest.Kind.EXACT, exact.kind());
    // The same values twice over have too many arrangements; compare with a large reference.
    double[] moreFirst = twice(first);
    double[] moreSecond = twice(second);
    PermutationTest.Result drawn = test(moreFirst, moreSecond, Alternative.GREATER);
    assertEquals(PermutationTest.Kind.MONTE_CARLO, drawn.kind());
    assertEquals(PermutationTest.DRAWS + 1, drawn.arrangements());
    double reference = shuffledP(moreFirst, moreSecond, 200_000);
    assertEquals(reference, drawn.p(), 5 * Math.sqrt(reference / PermutationTest.DRAWS) + 1e-4);
  }

  @Test
  void drawsAreRepeatable() {
    double[] first = twice(new double[] {1, 4, 2, 8, 5, 7, 1, 4, 2, 8});
    double[] second = twice(new double[] {3, 1, 4, 1, 5, 9, 2, 6, 5, 3});
    assertEquals(
        test(first, second, Alternative.TWO_SIDED), test(first, second, Alternative.TWO_SIDED));
  }

  @Test
  void drawnPIsNeverZero() {
    double[] first = new double[100];
    double[] second = new double[100];
    Arrays.fill(first, 5);
    assertEquals(1e-4, test(first, second, Alternative.GREATER).p(), 1e-15);
  }

  @Test
  void equalValuesGiveNoEvidence() {
    for (Alternative alternative : Alternative.values()) {
      assertEquals(1, test(new double[] {0.1, 0.1, 0.1}, new double[] {0.1}, alternative).p());
    }
  }

  @Test
  void exactPIsUniformEnoughUnderTheNull() {
    UniformRandomProvider random = new RandomStreams("PermutationTestTest", 2).stream("null");
    int rejected = 0;
    int rounds = 4_000;
    for (int round = 0; round < rounds; round++) {
      double[] first = random.doubles(5).toArray();
      double[] second = random.doubles(5).toArray();
      rejected += test(first, second, Alternative.GREATER).p() <= 0.05 ? 1 : 0;
    }
    // 12 of 252 arrangements have p up to 0.05.
    assertEquals(12.0 / 252, (double) rejected / rounds, 0.017);
  }

  /** Every labelling of the values of two blocks is counted. */
  @Test
  void blocksAgreeWithCountingEveryLabellingOfBoth() {
    UniformRandomProvider random = new RandomStreams("PermutationTestTest", 3).stream("blocks");
    for (int round = 0; round < 40; round++) {
      List<double[]> first = List.of(whole(random, 1 + round % 4), whole(random, 2));
      List<double[]> second = List.of(whole(random, 2), whole(random, 1 + round % 3));
      for (Alternative alternative : Alternative.values()) {
        PermutationTest.Result result =
            PermutationTest.withinBlocks(first, second, alternative, () -> random);
        assertEquals(PermutationTest.Kind.EXACT, result.kind());
        assertEquals(slowP(first, second, alternative), result.p(), 1e-15);
      }
    }
  }

  @Test
  void whatIsCommonToABlockChangesNothingAndOneBlockIsThePlainTest() {
    List<double[]> first = List.of(new double[] {3, 5, 4}, new double[] {1, 9});
    List<double[]> second = List.of(new double[] {2, 1}, new double[] {3, 2, 7});
    List<double[]> moved = List.of(new double[] {1003, 1005, 1004}, new double[] {1, 9});
    List<double[]> with = List.of(new double[] {1002, 1001}, new double[] {3, 2, 7});
    PermutationTest.Result result =
        PermutationTest.withinBlocks(first, second, Alternative.GREATER, () -> null);
    // Three runs are 2.5 above their block's mean, two 1 above theirs.
    assertEquals((3 * 2.5 + 2 * 1) / 5, result.difference(), 1e-12);
    assertEquals(10 * 10, result.arrangements());
    assertEquals(
        result.p(), PermutationTest.withinBlocks(moved, with, Alternative.GREATER, () -> null).p());
    assertEquals(
        test(first.get(0), second.get(0), Alternative.GREATER),
        PermutationTest.withinBlocks(
            first.subList(0, 1), second.subList(0, 1), Alternative.GREATER, () -> null));
  }

  @Test
  void drawsWithinBlocksAgreeWithShuffles() {
    double[] one = {3, 1, 4, 1, 5, 9, 2, 6};
    double[] other = {2, 7, 1, 8, 2, 8, 1, 4};
    List<double[]> first = List.of(one, other);
    List<double[]> second = List.of(other, new double[] {3, 0, 2});
    PermutationTest.Result drawn =
        PermutationTest.withinBlocks(
            first,
            second,
            Alternative.GREATER,
            () -> new RandomStreams("PermutationTestTest", 4).stream("deal"));
    assertEquals(PermutationTest.Kind.MONTE_CARLO, drawn.kind());
    assertEquals(PermutationTest.DRAWS + 1, drawn.arrangements());
    UniformRandomProvider random = new RandomStreams("PermutationTestTest", 5).stream("slow");
    int extreme = 0;
    int shuffles = 100_000;
    for (int i = 0; i < shuffles; i++) {
      extreme += shuffled(first, second, random) >= drawn.difference() - 1e-9 ? 1 : 0;
    }
    double reference = (double) extreme / shuffles;
    assertEquals(reference, drawn.p(), 5 * Math.sqrt(reference / PermutationTest.DRAWS) + 1e-4);
  }

  /**
   * Where arms share baselines unevenly, runs that are centred at their baselines and then pooled
   * reject more often than the level says; within the blocks they reject as often as they should.
   */
  @Test
  void unevenBlocksRejectAsOftenAsTheLevelSays() {
    UniformRandomProvider random = new RandomStreams("PermutationTestTest", 6).stream("null");
    int[] arms = {8, 1, 1};
    int rounds = 2_000;
    int within = 0;
    int pooled = 0;
    for (int round = 0; round < rounds; round++) {
      List<double[]> first = new ArrayList<>();
      List<double[]> second = new ArrayList<>();
      for (int of : arms) {
        double level = 10 * random.nextDouble();
        second.add(random.doubles(2).map(value -> value + level).toArray());
        first.add(random.doubles(2 * of).map(value -> value + level).toArray());
      }
      within +=
          PermutationTest.withinBlocks(first, second, Alternative.LESS, () -> random).p() <= 0.05
              ? 1
              : 0;
      pooled +=
          test(centred(first, second), centred(second, second), Alternative.LESS).p() <= 0.05
              ? 1
              : 0;
    }
    // 153 x 6 x 6 arrangements; five standard errors.
    assertEquals(0.05, (double) within / rounds, 0.0244);
    assertTrue((double) pooled / rounds > 0.06, pooled + " of " + rounds);
  }

  @Test
  void blocksThatDoNotMatchAreRefused() {
    List<double[]> one = List.of(new double[] {1});
    assertThrows(
        IllegalArgumentException.class,
        () -> PermutationTest.withinBlocks(List.of(), List.of(), Alternative.LESS, () -> null));
    assertThrows(
        IllegalArgumentException.class,
        () -> PermutationTest.withinBlocks(one, List.of(), Alternative.LESS, () -> null));
    assertEquals(
        "the second sample of block 0 is empty; it needs one value at least",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    PermutationTest.withinBlocks(
                        one, List.of(new double[0]), Alternative.LESS, () -> null))
            .getMessage());
  }

  @Test
  void emptyAndNonFiniteSamplesAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> test(new double[0], new double[] {1}, Alternative.LESS));
    assertThrows(
        IllegalArgumentException.class,
        () -> test(new double[] {1}, new double[] {Double.NaN}, Alternative.LESS));
    assertEquals(
        "the second sample is empty; it needs one value at least",
        assertThrows(
                IllegalArgumentException.class,
                () -> test(new double[] {1}, new double[0], Alternative.LESS))
            .getMessage());
  }

  private static PermutationTest.Result test(
      double[] first, double[] second, Alternative alternative) {
    return PermutationTest.test(
        first,
        second,
        alternative,
        () -> new RandomStreams("PermutationTestTest", 0).stream("deal"));
  }

  /** In whole tenths, where sums are exact. */
  private static double slowP(double[] first, double[] second, Alternative alternative) {
    int n = first.length + second.length;
    long[] pooled = new long[n];
    for (int i = 0; i < n; i++) {
      double value = i < first.length ? first[i] : second[i - first.length];
      pooled[i] = Math.round(value * 10);
    }
    long observed = scaledDifference(pooled, (1 << first.length) - 1, first.length);
    int extreme = 0;
    int all = 0;
    for (int mask = 0; mask < 1 << n; mask++) {
      if (Integer.bitCount(mask) == first.length) {
        long difference = scaledDifference(pooled, mask, first.length);
        boolean counts =
            switch (alternative) {
              case GREATER -> difference >= observed;
              case LESS -> difference <= observed;
              case TWO_SIDED -> Math.abs(difference) >= Math.abs(observed);
            };
        extreme += counts ? 1 : 0;
        all++;
      }
    }
    return (double) extreme / all;
  }

  private static long scaledDifference(long[] pooled, int mask, int size) {
    long in = 0;
    long out = 0;
    for (int i = 0; i < pooled.length; i++) {
      if ((mask >> i & 1) == 1) {
        in += pooled[i];
      } else {
        out += pooled[i];
      }
    }
    return in * (pooled.length - size) - out * size;
  }

  private static double[] whole(UniformRandomProvider random, int count) {
    return random.ints(count, 0, 6).asDoubleStream().toArray();
  }

  /** By bit masks over the values of both blocks, which are whole numbers. */
  private static double slowP(
      List<double[]> first, List<double[]> second, Alternative alternative) {
    long observed = Long.MIN_VALUE;
    List<Long> all = new ArrayList<>();
    double[] one = joined(first.get(0), second.get(0));
    double[] other = joined(first.get(1), second.get(1));
    for (int mask = 0; mask < 1 << one.length; mask++) {
      for (int mask2 = 0; mask2 < 1 << other.length; mask2++) {
        if (Integer.bitCount(mask) == first.get(0).length
            && Integer.bitCount(mask2) == first.get(1).length) {
          // Each a size times a difference of means, times both second samples' sizes.
          long scaled =
              scaled(one, mask) * second.get(1).length
                  + scaled(other, mask2) * second.get(0).length;
          all.add(scaled);
          if (mask == (1 << first.get(0).length) - 1 && mask2 == (1 << first.get(1).length) - 1) {
            observed = scaled;
          }
        }
      }
    }
    long seen = observed;
    long extreme =
        all.stream()
            .filter(
                value ->
                    switch (alternative) {
                      case GREATER -> value >= seen;
                      case LESS -> value <= seen;
                      case TWO_SIDED -> Math.abs(value) >= Math.abs(seen);
                    })
            .count();
    return (double) extreme / all.size();
  }

  /** Sum of those in less their number times the mean of those out, times the number out. */
  private static long scaled(double[] pooled, int mask) {
    int in = Integer.bitCount(mask);
    long[] values = Arrays.stream(pooled).mapToLong(Math::round).toArray();
    return scaledDifference(values, mask, in);
  }

  private static double[] joined(double[] one, double[] other) {
    double[] all = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    return all;
  }

  /** The difference once the values of each block are shuffled. */
  private static double shuffled(
      List<double[]> first, List<double[]> second, UniformRandomProvider random) {
    double sum = 0;
    int runs = 0;
    for (int block = 0; block < first.size(); block++) {
      int size = first.get(block).length;
      List<Double> values = new ArrayList<>();
      for (double value : joined(first.get(block), second.get(block))) {
        values.add(random.nextInt(values.size() + 1), value);
      }
      double mean =
          values.subList(size, values.size()).stream().mapToDouble(v -> v).average().orElseThrow();
      for (double value : values.subList(0, size)) {
        sum += value - mean;
      }
      runs += size;
    }
    return sum / runs;
  }

  private static double[] centred(List<double[]> samples, List<double[]> at) {
    DoubleStream all = DoubleStream.empty();
    for (int i = 0; i < at.size(); i++) {
      double mean = Arrays.stream(at.get(i)).average().orElseThrow();
      all = DoubleStream.concat(all, Arrays.stream(samples.get(i)).map(value -> value - mean));
    }
    return all.toArray();
  }

  private static double shuffledP(double[] first, double[] second, int draws) {
    UniformRandomProvider random = new RandomStreams("PermutationTestTest", 9).stream("slow");
    double[] pooled = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, pooled, first.length, second.length);
    double observed = Arrays.stream(first).sum();
    int extreme = 0;
    for (int draw = 0; draw < draws; draw++) {
      for (int i = pooled.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        double value = pooled[i];
        pooled[i] = pooled[j];
        pooled[j] = value;
      }
      extreme += Arrays.stream(pooled, 0, first.length).sum() >= observed - 1e-9 ? 1 : 0;
    }
    return (double) extreme / draws;
  }

  private static double[] twice(double[] values) {
    double[] result = Arrays.copyOf(values, 2 * values.length);
    System.arraycopy(values, 0, result, values.length, values.length);
    return result;
  }
}
