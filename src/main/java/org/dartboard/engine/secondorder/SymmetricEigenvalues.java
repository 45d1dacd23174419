package org.dartboard.engine.secondorder;

import java.util.Arrays;
import org.dartboard.engine.FlatVectors;

/**
 * All eigenvalues of a small symmetric matrix, by cyclic Jacobi rotations (Golub and Van Loan,
 * Matrix Computations, section 8.5).
 */
final class SymmetricEigenvalues {
  private static final int MOST_SWEEPS = 60;

  private SymmetricEigenvalues() {}

  /**
   * The eigenvalues, ascending.
   *
   * @param matrix symmetric and finite; is overwritten
   */
  static double[] ascending(double[][] matrix) {
    int size = matrix.length;
    double whole = 0;
    for (double[] row : matrix) {
      whole = Math.hypot(whole, FlatVectors.norm(row));
    }
    for (int sweep = 0; sweep < MOST_SWEEPS && offDiagonal(matrix) > 0x1p-52 * whole; sweep++) {
      for (int p = 0; p < size; p++) {
        for (int q = p + 1; q < size; q++) {
          rotate(matrix, p, q);
        }
      }
    }
    double[] eigenvalues = new double[size];
    for (int i = 0; i < size; i++) {
      eigenvalues[i] = matrix[i][i];
    }
    Arrays.sort(eigenvalues);
    return eigenvalues;
  }

  /** Rotates rows and columns p and q so that the entry they share becomes 0. */
  private static void rotate(double[][] matrix, int p, int q) {
    if (matrix[p][q] == 0) {
      return;
    }
    double tau = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
    double tangent = Math.copySign(1, tau) / (Math.abs(tau) + Math.hypot(1, tau));
    double cosine = 1 / Math.hypot(1, tangent);
    double sine = tangent * cosine;
    for (double[] row : matrix) {
      double left = row[p];
      row[p] = cosine * left - sine * row[q];
      row[q] = sine * left + cosine * row[q];
    }
    for (int i = 0; i < matrix.length; i++) {
      double upper = matrix[p][i];
      matrix[p][i] = cosine * upper - sine * matrix[q][i];
      matrix[q][i] = sine * upper + cosine * matrix[q][i];
    }
  }

  private static double offDiagonal(double[][] matrix) {
    double sum = 0;
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        sum += i == j ? 0 : matrix[i][j] * matrix[i][j];
      }
    }
    return Math.sqrt(sum);
  }
}
