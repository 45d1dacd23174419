package org.dartboard.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
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
