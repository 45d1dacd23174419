package org.dartboard.search.supernet.method;

/**
 * How alike the cells' gradients of p are (Movahedi et al., ICLR 2023): Lambda, and its gradient.
 *
 * <p>With g_l = dL/dp of cell l as a vector and L cells, Lambda is the mean of the pairs' cosines,
 * 2/(L(L-1)) sum of g_l g_k / (|g_l| |g_k|). The second form divides by the inner product of the
 * absolute values, |g_l| |g_k| entry by entry, in place of the norms. A cell without gradient has
 * cosine 0 with all others.
 */
final class LayerAlignment {
  private LayerAlignment() {}

  /** Lambda. */
  static double value(double[][] gradients, boolean sign) {
    double sum = 0;
    for (int l = 0; l < gradients.length; l++) {
      for (int k = 0; k < l; k++) {
        double scale = scale(gradients[l], gradients[k], sign);
        sum += scale == 0 ? 0 : dot(gradients[l], gradients[k]) / scale;
      }
    }
    return sum * factor(gradients.length);
  }

  /** dLambda/dg_l of each cell. */
  static double[][] gradient(double[][] gradients, boolean sign) {
    double[][] result = new double[gradients.length][gradients[0].length];
    for (int l = 0; l < gradients.length; l++) {
      for (int k = 0; k < gradients.length; k++) {
        double scale = l == k ? 0 : scale(gradients[l], gradients[k], sign);
        if (scale != 0) {
          add(gradients[l], gradients[k], scale, sign, result[l]);
        }
      }
      for (int i = 0; i < result[l].length; i++) {
        result[l][i] *= factor(gradients.length);
      }
    }
    return result;
  }

  /** Adds the derivative of one pair's cosine by the first of the pair. */
  private static void add(double[] g, double[] other, double scale, boolean sign, double[] into) {
    double cosine = dot(g, other) / scale;
    double square = dot(g, g);
    for (int i = 0; i < g.length; i++) {
      // d scale / d g: sign(g)|other| entry by entry, or the other's norm times the direction of g.
      double slope = sign ? Math.signum(g[i]) * Math.abs(other[i]) : scale * g[i] / square;
      into[i] += (other[i] - cosine * slope) / scale;
    }
  }

  private static double scale(double[] left, double[] right, boolean sign) {
    if (!sign) {
      return Math.sqrt(dot(left, left)) * Math.sqrt(dot(right, right));
    }
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += Math.abs(left[i] * right[i]);
    }
    return sum;
  }

  private static double factor(int cells) {
    return 2.0 / (cells * (cells - 1.0));
  }

  private static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }
}
