package org.dartboard.search.supernet.method;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** Smooth activation functions and their derivatives. */
enum SmoothActivation {
  /** log(1 + e^x). */
  SOFTPLUS {
    @Override
    double value(double x) {
      return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    @Override
    double derivative(double x) {
      return sigmoid(x);
    }
  },
  /** x sigmoid(x). */
  SILU {
    @Override
    double value(double x) {
      return x * sigmoid(x);
    }

    @Override
    double derivative(double x) {
      double s = sigmoid(x);
      return s * (1 + x * (1 - s));
    }
  },
  /** x Phi(x), with the normal distribution function. */
  GELU {
    @Override
    double value(double x) {
      return x * NORMAL.cumulativeProbability(x);
    }

    @Override
    double derivative(double x) {
      return NORMAL.cumulativeProbability(x) + x * NORMAL.density(x);
    }
  },
  /** x tanh(softplus(x)). */
  MISH {
    @Override
    double value(double x) {
      return x * Math.tanh(SOFTPLUS.value(x));
    }

    @Override
    double derivative(double x) {
      double t = Math.tanh(SOFTPLUS.value(x));
      return t + x * (1 - t * t) * sigmoid(x);
    }
  };

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  abstract double value(double x);

  abstract double derivative(double x);

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
