package org.dartboard.engine.secondorder;

import java.util.function.UnaryOperator;

/** Vectors of doubles for the tests' own formulas. */
final class FlatDoubles {
  private FlatDoubles() {}

  /** x + factor y. */
  static double[] sum(double[] x, double factor, double[] y) {
    double[] sum = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      sum[i] = x[i] + factor * y[i];
    }
    return sum;
  }

  static double norm(double[] x) {
    double squares = 0;
    for (double value : x) {
      squares += value * value;
    }
    return Math.sqrt(squares);
  }

  static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  /** The length of x - y as a share of the length of y. */
  static double distance(double[] x, double[] y) {
    return norm(sum(x, -1, y)) / norm(y);
  }

  /** The derivative of a vector function at x along a direction, by a central difference. */
  static double[] derivative(
      UnaryOperator<double[]> function, double[] x, double[] direction, double step) {
    double[] above = function.apply(sum(x, step, direction));
    double[] below = function.apply(sum(x, -step, direction));
    double[] derivative = sum(above, -1, below);
    for (int i = 0; i < derivative.length; i++) {
      derivative[i] /= 2 * step;
    }
    return derivative;
  }
}
