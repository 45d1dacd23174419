package org.dartboard.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.random.RandomStreams;
import org.junit.jupiter.api.Test;

class SharedAlphaTest {
  private static final SupernetSpec SPEC = SupernetSpec.search(4, 2, 8, 10, true);

  @Test
  void theGradientIsThatOfFiniteDifferences() {
    UniformRandomProvider random = new RandomStreams("shared alpha", 1).stream("values");
    double[] alpha = random.doubles(SharedAlpha.LENGTH, -1, 1).toArray();
    double[] slopes = random.doubles(SPEC.operationWeights(), -1, 1).toArray();
    double[] p = new double[SPEC.operationWeights()];
    SharedAlpha.weights(SPEC, alpha, p);
    double[] gradient = new double[alpha.length];
    SharedAlpha.gradient(SPEC, p, slopes, gradient);
    double h = 1e-6;
    for (int i = 0; i < alpha.length; i++) {
      double centre = alpha[i];
      alpha[i] = centre + h;
      double above = linear(alpha, slopes);
      alpha[i] = centre - h;
      double below = linear(alpha, slopes);
      alpha[i] = centre;
      assertEquals((above - below) / (2 * h), gradient[i], 1e-8);
    }
  }

  /** A function of alpha whose gradient with respect to p is the slopes. */
  private static double linear(double[] alpha, double[] slopes) {
    double[] p = new double[slopes.length];
    SharedAlpha.weights(SPEC, alpha, p);
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += p[i] * slopes[i];
    }
    return sum;
  }
}
