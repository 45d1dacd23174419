package org.dartboard.engine.secondorder;

import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;

/**
 * p of each edge is the softmax of alpha over the operations that the edge has, and all cells share
 * alpha (DARTS, Liu et al., ICLR 2019).
 *
 * <p>alpha lies by [edge][operation], {@code Edge.COUNT * Operation.COUNT} numbers. Those of
 * operations that an edge does not have are ignored: their p is 0 and so is their gradient.
 */
public final class SharedSoftmax implements ArchitectureMap {
  private static final int PARAMETERS = Edge.COUNT * Operation.COUNT;

  private final SupernetSpec spec;

  public SharedSoftmax(SupernetSpec spec) {
    this.spec = spec;
  }

  @Override
  public int parameters() {
    return PARAMETERS;
  }

  @Override
  public void apply(double[] alpha, SupernetInput input) {
    double[] p = softmax(alpha);
    for (int cell = 0; cell < spec.cells(); cell++) {
      System.arraycopy(p, 0, input.operationWeights(), cell * PARAMETERS, PARAMETERS);
    }
  }

  @Override
  public void pullBack(double[] alpha, SupernetOutput output, double[] gradient) {
    double[] p = softmax(alpha);
    double[] sums = new double[PARAMETERS];
    for (int i = 0; i < output.operationGradient().length; i++) {
      sums[i % PARAMETERS] += output.operationGradient()[i];
    }
    for (int edge = 0; edge < PARAMETERS; edge += Operation.COUNT) {
      double mean = 0;
      for (int i = edge; i < edge + Operation.COUNT; i++) {
        mean += p[i] * sums[i];
      }
      for (int i = edge; i < edge + Operation.COUNT; i++) {
        gradient[i] = p[i] * (sums[i] - mean);
      }
    }
  }

  private double[] softmax(double[] alpha) {
    double[] p = new double[PARAMETERS];
    for (Edge edge : Edge.all()) {
      int first = edge.ordinal() * Operation.COUNT;
      double largest = Double.NEGATIVE_INFINITY;
      for (Operation operation : spec.operations().get(edge.ordinal())) {
        largest = Math.max(largest, alpha[first + operation.code()]);
      }
      double sum = 0;
      for (Operation operation : spec.operations().get(edge.ordinal())) {
        int index = first + operation.code();
        p[index] = Math.exp(alpha[index] - largest);
        sum += p[index];
      }
      for (int i = first; i < first + Operation.COUNT; i++) {
        p[i] /= sum;
      }
    }
    return p;
  }
}
