package org.dartboard.engine.onednn;

import org.dartboard.space.Operation;

/** An edge's skip connection, weighted by p q, and its auxiliary skip. */
final class SkipOperation {
  private static final Operation OPERATION = Operation.SKIP_CONNECT;

  private final EdgeArguments edge;
  private final NodeSum target;
  private final Tiles value;
  private final Tiles gradient;
  private final Products products;
  private final SkipDropout dropout;
  private final Scalar straightFactor;
  private final Scalar droppedFactor;
  private final Scaled straight;
  private final Scaled dropped;
  private final Scaled straightBack;
  private final Scaled droppedBack;
  private double straightProduct;
  private double droppedProduct;

  /**
   * @param source what it sees
   * @param target what it is added to
   * @param gradient of the target
   */
  SkipOperation(
      Kernels kernels,
      Workspace workspace,
      EdgeArguments edge,
      Source source,
      NodeSum target,
      Tiles gradient) {
    this.edge = edge;
    this.target = target;
    this.gradient = gradient;
    value = source.value();
    products = workspace.products;
    dropout = new SkipDropout(kernels, workspace, edge, value, gradient);
    straightFactor = new Scalar(kernels);
    droppedFactor = new Scalar(kernels);
    Shape tile = workspace.tile;
    Tiles masked = workspace.masked;
    straight = Scaled.by(kernels, tile, value, straightFactor, target.target());
    dropped = Scaled.by(kernels, tile, masked, droppedFactor, target.target());
    straightBack = Scaled.by(kernels, tile, gradient, straightFactor, source.gradient());
    droppedBack = Scaled.by(kernels, tile, masked, droppedFactor, source.gradient());
  }

  /** Sets the factors and draws the mask. */
  void begin(Call call) {
    double factor = skips(call) ? edge.factor(call, OPERATION) : 0;
    double auxiliary = edge.edgeWeight(call) * call.knobs().auxiliaryWeight();
    straightFactor.set((drops(call) ? 0 : factor) + (helps() ? auxiliary : 0));
    droppedFactor.set(factor);
    if (drops(call)) {
      dropout.draw(call);
    }
    straightProduct = 0;
    droppedProduct = 0;
  }

  private boolean skips(Call call) {
    return edge.active(call, OPERATION);
  }

  private boolean drops(Call call) {
    return skips(call) && call.knobs().effectiveSkipDropout() > 0;
  }

  private boolean helps() {
    return edge.spec().auxiliarySkip();
  }

  private boolean straight(Call call) {
    return helps() || (skips(call) && !drops(call));
  }

  /** Adds the source's value to the node. */
  void add(Call call, int tile) {
    if (straight(call)) {
      straight.run(tile, target.adding());
    }
    if (drops(call)) {
      dropout.maskValue(tile);
      dropped.run(tile, target.adding());
    }
  }

  /** Takes the inner products that the gradients of p and q need. */
  void multiply(Call call, int tile) {
    if ((skips(call) && !drops(call)) || (helps() && call.wantsEdges())) {
      straightProduct += products.product(value.at(tile), gradient.at(tile));
    }
    if (drops(call)) {
      droppedProduct += products.product(value.at(tile), dropout.maskGradient(tile));
    }
  }

  /** Writes the gradients of p and q, after all tiles. */
  void finish(Call call) {
    if (skips(call)) {
      edge.addProduct(call, OPERATION, drops(call) ? droppedProduct : straightProduct);
    }
    if (helps()) {
      edge.addEdgeGradient(call, call.knobs().auxiliaryWeight() * straightProduct);
    }
  }

  /**
   * Adds to the gradient of the source's value.
   *
   * @param holds whether there is some of it already
   * @return whether there is some of it now
   */
  boolean backward(Call call, int tile, boolean holds) {
    boolean has = holds;
    if (straight(call)) {
      straightBack.run(tile, has);
      has = true;
    }
    if (drops(call)) {
      dropout.maskGradient(tile);
      droppedBack.run(tile, has);
      has = true;
    }
    return has;
  }
}
