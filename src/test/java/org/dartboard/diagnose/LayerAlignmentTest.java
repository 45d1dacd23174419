package org.dartboard.diagnose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.random.RandomStreams;
import org.junit.jupiter.api.Test;

class LayerAlignmentTest {
  @Test
  void alignmentIsTheMeanCosineOverPairs() {
    double[][] gradients = {{1, 0}, {0, 2}, {3, 3}};
    // Cosines 0, 1/sqrt 2 and 1/sqrt 2.
    assertEquals(2 / Math.sqrt(2) / 3, LayerAlignment.cosine(gradients), 1e-15);
    assertEquals(1, LayerAlignment.cosine(new double[][] {{1, 2}, {2, 4}}), 1e-15);
    assertEquals(-1, LayerAlignment.cosine(new double[][] {{1, 2}, {-2, -4}}), 1e-15);
  }

  @Test
  void signedAlignmentIsTheMeanShareOfAgreeingProducts() {
    // Products 2 and -3: -1 over 5; 1 and 1; 2 and -3 again.
    double[][] gradients = {{1, 1}, {2, -3}, {1, 1}};
    assertEquals((-0.2 + 1 - 0.2) / 3, LayerAlignment.signed(gradients), 1e-15);
    assertEquals(1, LayerAlignment.signed(new double[][] {{1, 0}, {5, 3}}), 1e-15);
  }

  @Test
  void aCellWithoutGradientCountsNothing() {
    double[][] gradients = {{0, 0}, {1, 1}, {2, 2}};
    assertEquals(1.0 / 3, LayerAlignment.cosine(gradients), 1e-15);
    assertEquals(1.0 / 3, LayerAlignment.signed(gradients), 1e-15);
    assertArrayEquals(new double[2], LayerAlignment.cosineDerivative(gradients)[0]);
    assertArrayEquals(new double[2], LayerAlignment.signedDerivative(gradients)[0]);
  }

  @Test
  void derivativesAreCentralDifferences() {
    UniformRandomProvider random = new RandomStreams("alignment", 1).stream("all");
    for (int cells = 2; cells <= 5; cells++) {
      double[][] gradients = new double[cells][];
      for (int cell = 0; cell < cells; cell++) {
        gradients[cell] = random.doubles(30, -1, 1).toArray();
      }
      assertDerivative(
          gradients, LayerAlignment::cosine, LayerAlignment.cosineDerivative(gradients));
      assertDerivative(
          gradients, LayerAlignment::signed, LayerAlignment.signedDerivative(gradients));
    }
  }

  @Test
  void cellsAreCutInOrder() {
    double[][] gradients = LayerAlignment.byCell(new double[] {1, 2, 3, 4, 5, 6}, 2);
    assertArrayEquals(new double[][] {{1, 2, 3}, {4, 5, 6}}, gradients);
    assertThrows(IllegalArgumentException.class, () -> LayerAlignment.byCell(new double[5], 2));
    assertThrows(
        IllegalArgumentException.class, () -> LayerAlignment.cosine(new double[][] {{1, 2}}));
  }

  private static void assertDerivative(
      double[][] gradients, ToDoubleFunction<double[][]> alignment, double[][] derivative) {
    double step = 1e-6;
    for (int cell = 0; cell < gradients.length; cell++) {
      for (int i = 0; i < gradients[cell].length; i++) {
        double[][] above = Arrays.stream(gradients).map(double[]::clone).toArray(double[][]::new);
        double[][] below = Arrays.stream(gradients).map(double[]::clone).toArray(double[][]::new);
        above[cell][i] += step;
        below[cell][i] -= step;
        double expected =
            (alignment.applyAsDouble(above) - alignment.applyAsDouble(below)) / (2 * step);
        assertEquals(expected, derivative[cell][i], 1e-7);
      }
    }
  }
}
