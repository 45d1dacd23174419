package org.dartboard.engine.secondorder;

import java.util.Arrays;
import org.dartboard.engine.FlatVectors;

/**
 * The Hessian of a loss with respect to alpha, and its eigenvalues.
 *
 * <p>R-DARTS (Zela et al., ICLR 2020) watches the largest eigenvalue of the validation loss's; it
 * is the largest by sign, not by magnitude. The authors' code adds alpha's weight decay to the
 * diagonal, which adds the same to each eigenvalue; here it is not added.
 *
 * @param matrix [i][j], exactly symmetric
 * @param asymmetry how far the matrix was from symmetric before it was made so: the Frobenius norm
 *     of half the difference to its transpose, over that of the matrix; 0 for a matrix of zeros. It
 *     says how large the errors of the finite differences are
 */
public record ArchitectureHessian(double[][] matrix, double asymmetry) {
  /**
   * Takes the Hessian at a point column by column, two evaluations for each number of alpha.
   *
   * @param displacement of each number of alpha; where ReLUs change sides between the legs, 0.1 or
   *     more on many images, so that the jumps of the gradient average out
   */
  public static ArchitectureHessian at(
      GradientProbe probe, Point point, BatchLoss loss, double displacement) {
    HessianProducts products = new HessianProducts(probe);
    double[][] columns = new double[probe.parameters()][probe.parameters()];
    double[] direction = new double[probe.parameters()];
    for (int i = 0; i < columns.length; i++) {
      direction[i] = 1;
      products.architecture(point, loss, direction, displacement, columns[i]);
      direction[i] = 0;
    }
    return symmetric(columns);
  }

  /**
   * The largest eigenvalue by sign: what R-DARTS calls the dominant one; NaN where the matrix is
   * not finite.
   */
  public double largestEigenvalue() {
    if (!Arrays.stream(matrix).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
      return Double.NaN;
    }
    double[] all = eigenvalues();
    return all[all.length - 1];
  }

  /** All eigenvalues, ascending. */
  public double[] eigenvalues() {
    return SymmetricEigenvalues.ascending(
        Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new));
  }

  private static ArchitectureHessian symmetric(double[][] matrix) {
    double whole = 0;
    double difference = 0;
    for (int i = 0; i < matrix.length; i++) {
      whole = Math.hypot(whole, FlatVectors.norm(matrix[i]));
      for (int j = 0; j < i; j++) {
        double half = (matrix[i][j] - matrix[j][i]) / 2;
        difference += 2 * half * half;
        matrix[i][j] -= half;
        matrix[j][i] = matrix[i][j];
      }
    }
    return new ArchitectureHessian(matrix, whole == 0 ? 0 : Math.sqrt(difference) / whole);
  }
}
