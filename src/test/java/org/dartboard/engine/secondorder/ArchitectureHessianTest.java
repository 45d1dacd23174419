package org.dartboard.engine.secondorder;

import static org.dartboard.engine.secondorder.FlatDoubles.derivative;
import static org.dartboard.engine.secondorder.FlatDoubles.norm;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.engine.RandomCase;
import org.dartboard.engine.Supernet;
import org.dartboard.engine.onednn.OneDnnSupernet;
import org.dartboard.engine.reference.Rounding;
import org.dartboard.random.RandomStreams;
import org.junit.jupiter.api.Test;

class ArchitectureHessianTest {
  @Test
  void matrixAndLargestEigenvalueAreThoseOfTheReference() {
    double displacement = 2e-3;
    int smooth = 0;
    for (long seed = 1; seed <= 30 && smooth < 3; seed++) {
      TinyProblem problem = TinyProblem.of(seed);
      ReferenceLoss loss = new ReferenceLoss(problem, problem.validation(), Rounding.exact());
      double[] w = RandomCase.doubles(problem.input().weights());
      if (!isSmooth(problem, loss, w, displacement)) {
        continue;
      }
      smooth++;
      double[][] expected = new double[problem.alpha().length][];
      for (int i = 0; i < expected.length; i++) {
        expected[i] =
            derivative(
                alpha -> loss.at(w, alpha).architecture(),
                problem.alpha(),
                unit(i, expected.length),
                1e-6);
      }
      ArchitectureHessian hessian = hessian(problem, displacement);
      double scale = norm(Arrays.stream(expected).mapToDouble(FlatDoubles::norm).toArray());
      for (int i = 0; i < expected.length; i++) {
        assertArrayEquals(expected[i], hessian.matrix()[i], 1e-2 * scale, () -> "of " + problem);
      }
      assertTrue(hessian.asymmetry() < 1e-2, () -> "asymmetry " + hessian.asymmetry());
      assertEquals(
          largestByPowerIteration(expected, scale), hessian.largestEigenvalue(), 5e-3 * scale);
    }
    int met = smooth;
    assertTrue(met >= 3, () -> "only " + met + " problems were smooth");
  }

  @Test
  void shiftingAllOfAnEdgesAlphaIsADirectionWithoutCurvature() {
    TinyProblem problem = TinyProblem.of(4);
    double[][] matrix = hessian(problem, Displacement.ARCHITECTURE).matrix();
    double scale = norm(Arrays.stream(matrix).mapToDouble(FlatDoubles::norm).toArray());
    for (double[] row : matrix) {
      for (int edge = 0; edge < row.length; edge += 5) {
        assertEquals(0, Arrays.stream(row, edge, edge + 5).sum(), 1e-2 * scale);
      }
    }
  }

  @Test
  void eigenvaluesHaveTheMatrixsTraceAndSquares() {
    UniformRandomProvider random = new RandomStreams("matrix", 1).stream("all");
    for (int size = 1; size <= 40; size += 3) {
      double[][] matrix = new double[size][size];
      double trace = 0;
      double squares = 0;
      for (int i = 0; i < size; i++) {
        for (int j = 0; j <= i; j++) {
          matrix[i][j] = random.nextDouble(-1, 1);
          matrix[j][i] = matrix[i][j];
          squares += (i == j ? 1 : 2) * matrix[i][j] * matrix[i][j];
        }
        trace += matrix[i][i];
      }
      double largest = largestByPowerIteration(matrix, Math.sqrt(squares));
      double[] eigenvalues = new ArchitectureHessian(matrix, 0).eigenvalues();
      assertEquals(trace, Arrays.stream(eigenvalues).sum(), 1e-12 * size);
      assertEquals(
          squares, Arrays.stream(eigenvalues).map(value -> value * value).sum(), 1e-11 * size);
      assertEquals(largest, eigenvalues[size - 1], 1e-6);
    }
  }

  @Test
  void eigenvaluesOfAKnownMatrixAreKnown() {
    // The second difference on five points: 2 - 2 cos(k pi / 6).
    double[][] matrix = new double[5][5];
    double[] expected = new double[5];
    for (int i = 0; i < 5; i++) {
      matrix[i][i] = 2;
      if (i > 0) {
        matrix[i][i - 1] = -1;
        matrix[i - 1][i] = -1;
      }
      expected[i] = 2 - 2 * Math.cos((i + 1) * Math.PI / 6);
    }
    ArchitectureHessian hessian = new ArchitectureHessian(matrix, 0);
    assertArrayEquals(expected, hessian.eigenvalues(), 1e-14);
    assertEquals(2 + Math.sqrt(3), hessian.largestEigenvalue(), 1e-14);
    assertEquals(-1, matrix[0][1], "the matrix is left as it was");
  }

  private static ArchitectureHessian hessian(TinyProblem problem, double displacement) {
    try (Supernet supernet = new OneDnnSupernet(problem.spec(), problem.images())) {
      return ArchitectureHessian.at(
          new GradientProbe(supernet, problem.map(), problem.images()),
          problem.point(),
          problem.validationLoss(),
          displacement);
    }
  }

  private static boolean isSmooth(
      TinyProblem problem, ReferenceLoss loss, double[] w, double displacement) {
    long sides = loss.at(w, problem.alpha()).sides();
    for (int i = 0; i < problem.alpha().length; i++) {
      for (double leg : new double[] {-displacement, displacement}) {
        double[] alpha = FlatDoubles.sum(problem.alpha(), leg, unit(i, problem.alpha().length));
        if (loss.at(w, alpha).sides() != sides) {
          return false;
        }
      }
    }
    return true;
  }

  /** The largest eigenvalue by sign: the matrix is shifted until all are positive. */
  private static double largestByPowerIteration(double[][] matrix, double shift) {
    double[] x =
        new RandomStreams("power iteration", 1)
            .stream("all").doubles(matrix.length, -1, 1).toArray();
    double eigenvalue = 0;
    for (int i = 0; i < 20_000; i++) {
      double[] product = new double[x.length];
      for (int row = 0; row < x.length; row++) {
        product[row] = FlatDoubles.dot(matrix[row], x) + shift * x[row];
      }
      eigenvalue = FlatDoubles.dot(x, product) / FlatDoubles.dot(x, x);
      x = FlatDoubles.sum(new double[x.length], 1 / norm(product), product);
    }
    return eigenvalue - shift;
  }

  private static double[] unit(int index, int length) {
    double[] unit = new double[length];
    unit[index] = 1;
    return unit;
  }
}
