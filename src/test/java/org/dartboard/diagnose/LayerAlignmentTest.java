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

  /** The paper's closed form: 2/(L(L-1)) 1/|g| (I - u u') sum of all u. */
  @Test
  void theGradientOfAlignmentIsThePapersClosedForm() {
    double[][] g =
        LayerAlignment.byCell(
            new RandomStreams("closed", 1).stream("g").doubles(28, -1, 1).toArray(), 4);
    double[] sum = new double[7];
    double[][] u = new double[4][];
    for (int l = 0; l < 4; l++) {
      double norm = Math.sqrt(Arrays.stream(g[l]).map(x -> x * x).sum());
      u[l] = Arrays.stream(g[l]).map(x -> x / norm).toArray();
      for (int i = 0; i < 7; i++) {
        sum[i] += u[l][i];
      }
    }
    double[][] gradient = LayerAlignment.cosineDerivative(g);
    for (int l = 0; l < 4; l++) {
      double norm = Math.sqrt(Arrays.stream(g[l]).map(x -> x * x).sum());
      double along = 0;
      for (int i = 0; i < 7; i++) {
        along += u[l][i] * sum[i];
      }
      for (int i = 0; i < 7; i++) {
        assertEquals(2.0 / 12 / norm * (sum[i] - along * u[l][i]), gradient[l][i], 1e-12);
      }
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
