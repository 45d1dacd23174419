package org.dartboard.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.random.RandomStreams;
import org.junit.jupiter.api.Test;

class HolmTest {
  @Test
  void fourTestsGiveTheTextbookValues() {
    assertArrayEquals(
        new double[] {0.03, 0.06, 0.06, 0.02}, Holm.adjust(0.01, 0.04, 0.03, 0.005), 1e-15);
  }

  @Test
  void oneTestKeepsItsValueAndNoneGiveNone() {
    assertArrayEquals(new double[] {0.2}, Holm.adjust(0.2));
    assertArrayEquals(new double[0], Holm.adjust());
  }

  @Test
  void adjustedValuesStopAtOne() {
    assertArrayEquals(new double[] {1, 1, 1}, Holm.adjust(0.9, 0.4, 1), 1e-15);
  }

  @Test
  void rejectionsAreThoseOfTheStepDownProcedure() {
    UniformRandomProvider random = new RandomStreams("HolmTest", 1).stream("p");
    for (int round = 0; round < 500; round++) {
      double[] p = random.doubles(1 + round % 7, 0, 0.1).toArray();
      double[] adjusted = Holm.adjust(p);
      boolean[] rejected = stepDown(p, 0.05);
      for (int i = 0; i < p.length; i++) {
        assertTrue(rejected[i] == adjusted[i] <= 0.05, () -> Arrays.toString(p));
      }
    }
  }

  @Test
  void valuesThatAreNoProbabilitiesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Holm.adjust(0.1, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Holm.adjust(1.1));
  }

  /** Rejects the smallest of what is left for as long as it is small enough. */
  private static boolean[] stepDown(double[] p, double level) {
    boolean[] rejected = new boolean[p.length];
    for (int left = p.length; left > 0; left--) {
      int smallest = -1;
      for (int i = 0; i < p.length; i++) {
        if (!rejected[i] && (smallest < 0 || p[i] < p[smallest])) {
          smallest = i;
        }
      }
      if (p[smallest] > level / left) {
        break;
      }
      rejected[smallest] = true;
    }
    return rejected;
  }
}
