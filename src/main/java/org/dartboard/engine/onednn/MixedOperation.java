package org.dartboard.engine.onednn;

import org.dartboard.engine.OperationMode;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The operations of one edge of one cell, each weighted by p q.
 *
 * <p>Forward: {@link #begin}; {@link #convolve} for each tile of the source; {@link
 * #finishStatistics}; {@link #add} for each tile. Backward: {@link #gradientStatistics} for each
 * tile of the target's gradient; {@link #finishGradientStatistics}; what the source calls for each
 * tile; {@link #finishProducts}.
 */
final class MixedOperation {
  private final EdgeArguments edge;
  private final Workspace workspace;
  private final NodeSum target;
  private final Tiles gradient;
  private final @Nullable ConvolutionOperation small;
  private final @Nullable ConvolutionOperation large;
  private final SkipOperation skip;
  private final PoolingOperation pooling;
  private double gradientSum;

  /**
   * @param source what the operations see
   * @param target what they are added to
   * @param gradient where the gradient of the target will be
   */
  MixedOperation(
      Kernels kernels,
      Network network,
      Workspace workspace,
      int cell,
      Edge edge,
      Source source,
      NodeSum target,
      Tiles gradient) {
    this.edge = new EdgeArguments(network.spec(), cell, edge);
    this.workspace = workspace;
    this.target = target;
    this.gradient = gradient;
    small = convolution(kernels, network, Operation.NOR_CONV_1X1);
    large = convolution(kernels, network, Operation.NOR_CONV_3X3);
    skip = new SkipOperation(kernels, workspace, this.edge, source, target, gradient);
    pooling = new PoolingOperation(kernels, workspace, this.edge, target, gradient);
  }

  private @Nullable ConvolutionOperation convolution(
      Kernels kernels, Network network, Operation operation) {
    return network.spec().has(edge.edge(), operation)
        ? new ConvolutionOperation(kernels, network, workspace, edge, operation, target, gradient)
        : null;
  }

  private static boolean active(Call call, @Nullable ConvolutionOperation operation) {
    return operation != null && operation.active(call);
  }

  /** Whether a convolution is active. */
  boolean convolves(Call call) {
    return active(call, small) || active(call, large);
  }

  /** Whether average pooling is active. */
  boolean pools(Call call) {
    return pooling.active(call);
  }

  /** Makes the call's arguments take effect. */
  void begin(Call call) {
    if (small != null && small.active(call)) {
      small.load();
    }
    if (large != null && large.active(call)) {
      large.load();
    }
    skip.begin(call);
    pooling.begin(call);
    gradientSum = 0;
  }

  /** Convolves a tile of the source's ReLU. */
  void convolve(Call call, int tile) {
    if (small != null && small.active(call)) {
      small.convolve(call, tile);
    }
    if (large != null && large.active(call)) {
      large.convolve(call, tile);
    }
  }

  /** After all tiles have been convolved: adds to the target what is the same for all tiles. */
  void finishStatistics(Call call) {
    if (small != null && small.active(call)) {
      small.finishStatistics(call);
    }
    if (large != null && large.active(call)) {
      large.finishStatistics(call);
    }
    for (int code = 0; code < Operation.COUNT; code++) {
      Operation operation = Operation.ofCode(code);
      if (edge.mode(call, operation) == OperationMode.SCALAR) {
        target.add(edge.factor(call, operation));
      }
    }
  }

  /** Adds a tile to the target; the source must be prepared. */
  void add(Call call, int tile) {
    if (small != null && small.active(call)) {
      small.add(tile);
    }
    if (large != null && large.active(call)) {
      large.add(tile);
    }
    skip.add(call, tile);
    if (pools(call)) {
      pooling.add(tile);
    }
  }

  /** Takes the sums that the convolutions' gradients need; the source must be prepared. */
  void gradientStatistics(Call call, int tile) {
    if (small != null && small.active(call)) {
      small.gradientStatistics(tile);
    }
    if (large != null && large.active(call)) {
      large.gradientStatistics(tile);
    }
  }

  /**
   * After all tiles: writes what gradients of the convolutions are known by then.
   *
   * @param wanted whether the gradient of the source will be
   */
  void finishGradientStatistics(Call call, boolean wanted) {
    finishGradientStatistics(call, small, wanted);
    finishGradientStatistics(call, large, wanted);
  }

  private static void finishGradientStatistics(
      Call call, @Nullable ConvolutionOperation operation, boolean wanted) {
    if (operation != null && operation.active(call)) {
      operation.finishGradientStatistics(call);
      if (wanted) {
        operation.loadBackward();
      }
    }
  }

  /**
   * Computes the gradients of the convolutions' weights and of the source's ReLU.
   *
   * @param wanted whether the latter is
   * @param holds whether there is some of it already, to be added to
   * @return whether there is some of it now
   */
  boolean backwardConvolutions(Call call, int tile, boolean wanted, boolean holds) {
    boolean has = holds;
    if (small != null && small.active(call)) {
      small.backward(call, tile, wanted, has);
      has = wanted;
    }
    if (large != null && large.active(call)) {
      large.backward(call, tile, wanted, has);
      has = wanted;
    }
    return has;
  }

  /** Takes the inner products that the gradients of p and q need; the source must be pooled. */
  void multiply(Call call, int tile) {
    skip.multiply(call, tile);
    if (pools(call)) {
      pooling.multiply(tile);
    }
    if (countScalars(call) > 0) {
      gradientSum += workspace.products.sum(gradient.at(tile));
    }
  }

  /** After all tiles: writes the gradients of p and q of all that is not convolved. */
  void finishProducts(Call call) {
    skip.finish(call);
    if (pools(call)) {
      pooling.finish(call);
    }
    for (int code = 0; code < Operation.COUNT; code++) {
      Operation operation = Operation.ofCode(code);
      if (edge.mode(call, operation) == OperationMode.SCALAR) {
        edge.addProduct(call, operation, gradientSum);
      }
    }
  }

  private int countScalars(Call call) {
    int count = 0;
    for (int code = 0; code < Operation.COUNT; code++) {
      count += edge.mode(call, Operation.ofCode(code)) == OperationMode.SCALAR ? 1 : 0;
    }
    return count;
  }

  /**
   * Gives the gradient of the source's pooling.
   *
   * @param holds whether there is some of it already, to be added to
   * @return whether there is some of it now
   */
  boolean backwardPooling(Call call, int tile, boolean holds) {
    if (!pools(call)) {
      return holds;
    }
    pooling.backward(tile, holds);
    return true;
  }

  /**
   * Gives the gradient that comes straight to the source's value.
   *
   * @param holds whether there is some of it already, to be added to
   * @return whether there is some of it now
   */
  boolean backwardSkip(Call call, int tile, boolean holds) {
    return skip.backward(call, tile, holds);
  }
}
