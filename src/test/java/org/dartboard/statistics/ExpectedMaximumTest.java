package org.dartboard.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.random.RandomStreams;
import org.junit.jupiter.api.Test;

class ExpectedMaximumTest {
  @Test
  void agreesWithTheMeanOverAllSubsets() {
    UniformRandomProvider random = new RandomStreams("ExpectedMaximumTest", 1).stream("values");
    for (int size = 1; size <= 12; size++) {
      double[] values = random.ints(size, -5, 6).asDoubleStream().toArray();
      for (int draws = 1; draws <= size; draws++) {
        assertEquals(slow(values, draws), ExpectedMaximum.of(values, draws), 1e-12);
      }
    }
  }

  @Test
  void oneDrawGivesTheMeanAndAllDrawsTheMaximum() {
    double[] values = {93.5, 94.1, 90.2};
    assertEquals(92.6, ExpectedMaximum.of(values, 1), 1e-12);
    assertEquals(94.1, ExpectedMaximum.of(values, 3), 1e-12);
  }

  @Test
  void curveOfManyRunsStaysExact() {
    // Of 1 to M, the expected maximum of N is N (M + 1) / (N + 1).
    double[] values = new double[500];
    Arrays.setAll(values, i -> 500 - i);
    double[] expected = new double[50];
    Arrays.setAll(expected, i -> (i + 1) * 501.0 / (i + 2));
    assertArrayEquals(expected, ExpectedMaximum.curve(values, 50), 1e-9);
  }

  @Test
  void impossibleDrawsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> ExpectedMaximum.of(new double[] {1}, 2));
    assertThrows(IllegalArgumentException.class, () -> ExpectedMaximum.of(new double[] {1}, 0));
    assertThrows(IllegalArgumentException.class, () -> ExpectedMaximum.of(new double[0], 0));
    assertThrows(
        IllegalArgumentException.class, () -> ExpectedMaximum.of(new double[] {Double.NaN}, 1));
  }

  private static double slow(double[] values, int draws) {
    double sum = 0;
    int subsets = 0;
    for (int mask = 0; mask < 1 << values.length; mask++) {
      if (Integer.bitCount(mask) == draws) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
          largest = (mask >> i & 1) == 1 ? Math.max(largest, values[i]) : largest;
        }
        sum += largest;
        subsets++;
      }
    }
    return sum / subsets;
  }
}
