package org.dartboard.diagnose;

/**
 * How well the layers' gradients with respect to operation weights agree: the layer alignment Λ of
 * Λ-DARTS (Movahedi et al., ICLR 2023), and its derivatives, from which that method's regulariser
 * is made.
 *
 * <p>g_l is dL/dp of cell l, flattened over edges and operations; there are L cells, at least two.
 * A cell whose gradient is 0 agrees and disagrees with none: its pairs count 0.
 */
public final class LayerAlignment {
  private LayerAlignment() {}

  /**
   * Cuts dL/dp into the cells' gradients.
   *
   * @param operationGradient by [cell][edge][operation]
   * @param cells at least two
   * @return [cell][edge and operation]
   */
  public static double[][] byCell(double[] operationGradient, int cells) {
    if (cells < 2 || operationGradient.length % cells != 0) {
      throw new IllegalArgumentException(
          operationGradient.length + " numbers are no gradients of " + cells + " cells");
    }
    int length = operationGradient.length / cells;
    double[][] gradients = new double[cells][length];
    for (int cell = 0; cell < cells; cell++) {
      System.arraycopy(operationGradient, cell * length, gradients[cell], 0, length);
    }
    return gradients;
  }

  /** Λ: the mean over pairs of cells of the cosine between their gradients, -1 to 1. */
  public static double cosine(double[][] gradients) {
    double sum = 0;
    for (int l = 0; l < gradients.length; l++) {
      for (int k = 0; k < l; k++) {
        double lengths = norm(gradients[l]) * norm(gradients[k]);
        sum += lengths == 0 ? 0 : dot(gradients[l], gradients[k]) / lengths;
      }
    }
    return sum * weight(gradients);
  }

  /**
   * The second variant of the authors' code ("signcorr"): the mean over pairs of (g_l, g_k) /
   * (|g_l|, |g_k|), where |g| is taken number by number; -1 to 1.
   */
  public static double signed(double[][] gradients) {
    double sum = 0;
    for (int l = 0; l < gradients.length; l++) {
      for (int k = 0; k < l; k++) {
        double magnitude = absoluteDot(gradients[l], gradients[k]);
        sum += magnitude == 0 ? 0 : dot(gradients[l], gradients[k]) / magnitude;
      }
    }
    return sum * weight(gradients);
  }

  /**
   * The derivative of {@link #cosine} with respect to each g_l: 2 / (L (L - 1)) (1 / |g_l|) (I -
   * u_l u_l') (sum of u_k), with u = g / |g|.
   *
   * @return [cell][edge and operation]
   */
  public static double[][] cosineDerivative(double[][] gradients) {
    double[][] derivative = new double[gradients.length][gradients[0].length];
    for (int l = 0; l < gradients.length; l++) {
      double length = norm(gradients[l]);
      for (int k = 0; k < gradients.length; k++) {
        double other = norm(gradients[k]);
        if (k == l || length == 0 || other == 0) {
          continue;
        }
        double cosine = dot(gradients[l], gradients[k]) / (length * other);
        for (int i = 0; i < gradients[l].length; i++) {
          double change = gradients[k][i] / other - cosine * gradients[l][i] / length;
          derivative[l][i] += weight(gradients) * change / length;
        }
      }
    }
    return derivative;
  }

  /**
   * The derivative of {@link #signed} with respect to each g_l, where a g of 0 counts as neither
   * positive nor negative.
   *
   * @return [cell][edge and operation]
   */
  public static double[][] signedDerivative(double[][] gradients) {
    double[][] derivative = new double[gradients.length][gradients[0].length];
    for (int l = 0; l < gradients.length; l++) {
      for (int k = 0; k < gradients.length; k++) {
        double magnitude = absoluteDot(gradients[l], gradients[k]);
        if (k == l || magnitude == 0) {
          continue;
        }
        double ratio = dot(gradients[l], gradients[k]) / magnitude;
        for (int i = 0; i < gradients[l].length; i++) {
          double signs = Math.signum(gradients[l][i]) * Math.signum(gradients[k][i]);
          derivative[l][i] += weight(gradients) * (1 - ratio * signs) * gradients[k][i] / magnitude;
        }
      }
    }
    return derivative;
  }

  /** 2 / (L (L - 1)): one over the number of pairs. */
  private static double weight(double[][] gradients) {
    if (gradients.length < 2) {
      throw new IllegalArgumentException("one cell alone has no alignment; it takes two or more");
    }
    return 2.0 / (gradients.length * (gradients.length - 1));
  }

  private static double norm(double[] x) {
    return Math.sqrt(dot(x, x));
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  private static double absoluteDot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += Math.abs(x[i] * y[i]);
    }
    return sum;
  }
}
