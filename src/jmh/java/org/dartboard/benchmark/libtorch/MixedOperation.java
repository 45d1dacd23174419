package org.dartboard.benchmark.libtorch;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;
import org.jspecify.annotations.Nullable;

/** An edge: the sum of its operations, each times its weight. */
final class MixedOperation {
  private final SupernetSpec spec;
  private final Layers layers;
  private final int cell;
  private final Edge edge;

  MixedOperation(SupernetSpec spec, Layers layers, int cell, Edge edge) {
    this.spec = spec;
    this.layers = layers;
    this.cell = cell;
    this.edge = edge;
  }

  /**
   * @param weights [operation] of this edge; null in a discrete network, whose only operation is
   *     not weighted
   */
  Tensor forward(Tensor x, @Nullable Tensor weights) {
    Tensor sum = null;
    for (Operation operation : Operation.values()) {
      if (!spec.has(edge, operation)) {
        continue;
      }
      Tensor y = operation(operation, x);
      if (weights != null) {
        y = y.mul(weights.select(0, operation.code()));
      }
      sum = sum == null ? y : sum.add(y);
    }
    if (sum == null) {
      throw new IllegalStateException("edge " + edge + " has no operation");
    }
    return sum;
  }

  private Tensor operation(Operation operation, Tensor x) {
    String name = SupernetLayout.operationName(cell, edge, operation);
    return switch (operation) {
      case NONE -> x.mul(new Scalar(0f));
      case SKIP_CONNECT -> x;
      case NOR_CONV_1X1 -> layers.reluConvolutionNorm(name, x, 1, 1);
      case NOR_CONV_3X3 -> layers.reluConvolutionNorm(name, x, 3, 1);
      case AVG_POOL_3X3 -> Layers.averagePooling(x);
    };
  }
}
