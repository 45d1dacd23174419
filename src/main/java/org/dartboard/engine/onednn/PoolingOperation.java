package org.dartboard.engine.onednn;

import org.dartboard.space.Operation;

/** An edge's average pooling, weighted by p q. */
final class PoolingOperation {
  private static final Operation OPERATION = Operation.AVG_POOL_3X3;

  private final EdgeArguments edge;
  private final NodeSum target;
  private final Scalar factor;
  private final Scaled forward;
  private final Scaled backward;
  private final Products products;
  private final Tiles pooled;
  private final Tiles gradient;
  private double product;

  /**
   * @param target what it is added to
   * @param gradient of the target
   */
  PoolingOperation(
      Kernels kernels, Workspace workspace, EdgeArguments edge, NodeSum target, Tiles gradient) {
    this.edge = edge;
    this.target = target;
    this.gradient = gradient;
    pooled = workspace.pooled;
    products = workspace.products;
    factor = new Scalar(kernels);
    Shape tile = workspace.tile;
    forward = Scaled.by(kernels, tile, pooled, factor, target.target());
    backward = Scaled.by(kernels, tile, gradient, factor, workspace.pooledGradient);
  }

  boolean active(Call call) {
    return edge.active(call, OPERATION);
  }

  void begin(Call call) {
    factor.set(edge.factor(call, OPERATION));
    product = 0;
  }

  /** Adds what the source's pooling gave to the node. */
  void add(int tile) {
    forward.run(tile, target.adding());
  }

  /** Takes the inner product that dL/dp needs. */
  void multiply(int tile) {
    product += products.product(pooled.at(tile), gradient.at(tile));
  }

  /** Writes the gradients of p and q, after all tiles. */
  void finish(Call call) {
    edge.addProduct(call, OPERATION, product);
  }

  /**
   * Gives the gradient of the source's pooling.
   *
   * @param holds whether there is some of it already, to be added to
   */
  void backward(int tile, boolean holds) {
    backward.run(tile, holds);
  }
}
