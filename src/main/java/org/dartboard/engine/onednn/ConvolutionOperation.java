package org.dartboard.engine.onednn;

import org.dartboard.engine.Slice;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.space.Operation;

/**
 * A convolution of an edge with its batch norm, weighted by f = p q.
 *
 * <p>What f times batch norm adds to the node is a x + b for each channel of the convolution's
 * output x, which is kept and scaled.
 */
final class ConvolutionOperation {
  private final EdgeArguments edge;
  private final Operation operation;
  private final NodeSum target;
  private final ConvolutionLayer convolution;
  private final OperationNorm norm;
  private final ChannelVector slope;
  private final Scaled scaled;

  /**
   * @param target what it is added to
   * @param gradient of the target
   */
  ConvolutionOperation(
      Kernels kernels,
      Network network,
      Workspace workspace,
      EdgeArguments edge,
      Operation operation,
      NodeSum target,
      Tiles gradient) {
    this.edge = edge;
    this.operation = operation;
    this.target = target;
    Shape tile = workspace.tile;
    String name = SupernetLayout.operationName(edge.cell(), edge.edge(), operation);
    Slice slice = network.layout().weights().slice(name + ".weight");
    Tiles output = workspace.tiles(kernels.onednn().images(workspace.shape));
    convolution =
        new ConvolutionLayer(
            kernels,
            network.weights(),
            network.gradient(),
            slice,
            tile,
            1,
            new ConvolutionLayer.Ends(
                workspace.rectified,
                output,
                workspace.rectifiedGradient,
                workspace.convolutionGradient));
    norm =
        new OperationNorm(
            kernels,
            network.layout(),
            name,
            workspace,
            output,
            gradient,
            workspace.convolutionGradient);
    slope = new ChannelVector(kernels, tile);
    scaled = Scaled.by(kernels, tile, output, slope, target.target());
  }

  boolean active(Call call) {
    return edge.active(call, operation);
  }

  /** Makes this call's weights take effect forward. */
  void load() {
    convolution.load();
  }

  /** Convolves the source's ReLU and takes statistics. */
  void convolve(Call call, int tile) {
    convolution.forward(tile);
    norm.statistics(call, tile);
  }

  /** After all tiles have been convolved: computes a and b, and adds b to the node. */
  void finishStatistics(Call call) {
    norm.finishStatistics(call, edge.factor(call, operation));
    target.add(norm.intercept());
    slope.set(norm.slope());
  }

  /** Adds a x to the node. */
  void add(int tile) {
    scaled.run(tile, target.adding());
  }

  /** Makes this call's weights take effect backward. */
  void loadBackward() {
    convolution.loadBackward();
  }

  /** Takes the sums that the gradients need, once the node's gradient is there. */
  void gradientStatistics(int tile) {
    if (!norm.whole()) {
      norm.gradientStatistics(tile);
    }
  }

  /** After all tiles: writes the gradients of p, q, gamma and beta that are wanted. */
  void finishGradientStatistics(Call call) {
    if (!norm.whole()) {
      storeNorm(call);
    }
  }

  private void storeNorm(Call call) {
    edge.addProduct(call, operation, norm.finishGradientStatistics(call));
  }

  /**
   * Computes the gradient of the weights, where wanted, and of the source's ReLU.
   *
   * @param wanted whether the latter is
   * @param holds whether there is some of it already, to be added to
   */
  void backward(Call call, int tile, boolean wanted, boolean holds) {
    boolean needed = wanted || call.wantsWeights();
    if (needed || norm.whole()) {
      norm.backward(tile);
    }
    if (norm.whole()) {
      storeNorm(call);
    }
    if (call.wantsWeights()) {
      convolution.backwardWeights(tile);
    }
    if (wanted) {
      convolution.backward(tile, holds);
    }
  }
}
