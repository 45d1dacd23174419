package org.dartboard.search.supernet.method;

import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.secondorder.ArchitectureMap;
import org.dartboard.space.Operation;

/**
 * p = sigmoid(alpha), number by number, with one alpha by edge and operation for all cells, and 0
 * for {@code none}, which is no operation here.
 */
final class SharedSigmoid implements ArchitectureMap {
  @Override
  public int parameters() {
    return AlphaPolicy.ALPHAS;
  }

  @Override
  public void apply(double[] alpha, SupernetInput input) {
    double[] p = of(alpha);
    double[] byCell = input.operationWeights();
    for (int i = 0; i < byCell.length; i++) {
      byCell[i] = p[i % p.length];
    }
  }

  @Override
  public void pullBack(double[] alpha, SupernetOutput output, double[] gradient) {
    double[] summed = new double[alpha.length];
    for (int i = 0; i < output.operationGradient().length; i++) {
      summed[i % alpha.length] += output.operationGradient()[i];
    }
    System.arraycopy(backward(of(alpha), summed), 0, gradient, 0, gradient.length);
  }

  /** p. */
  static double[] of(double[] alpha) {
    double[] p = new double[alpha.length];
    for (int i = 0; i < p.length; i++) {
      boolean none = i % Operation.COUNT == Operation.NONE.code();
      p[i] = none ? 0 : 1 / (1 + Math.exp(-alpha[i]));
    }
    return p;
  }

  /** dL/dalpha = dL/dp p (1 - p). */
  static double[] backward(double[] p, double[] gradient) {
    double[] back = new double[p.length];
    for (int i = 0; i < p.length; i++) {
      back[i] = gradient[i] * p[i] * (1 - p[i]);
    }
    return back;
  }
}
