package org.dartboard.engine.onednn;

import org.dartboard.engine.Slice;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.space.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A convolution of an edge with its batch norm, weighted by f = p q.
 *
 * <p>What f times batch norm adds to the node is a x + b for each channel of the convolution's
 * output x. That of a large convolution is kept and scaled. A small one takes less time than
 * fetching its output from memory: it is done again where needed, forward with a folded into its
 * weights.
 */
final class ConvolutionOperation {
  /** Up to this many channels a 1x1 convolution is done again rather than its output kept. */
  private static final int FEW_CHANNELS = 16;

  private final EdgeArguments edge;
  private final Operation operation;
  private final NodeSum target;
  private final ConvolutionLayer convolution;
  private final OperationNorm norm;
  private final Slice slice;
  private final FlatMemory weights;
  private final @Nullable Kept kept;
  private final @Nullable ChannelMap folded;

  /** How a kept output is scaled. */
  private record Kept(ChannelVector slope, Scaled scaled) {}

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
    weights = network.weights();
    slice = network.layout().weights().slice(name + ".weight");
    boolean keeps = slice.shape().get(2) > 1 || tile.channels() > FEW_CHANNELS;
    Tiles output =
        keeps
            ? workspace.tiles(kernels.onednn().images(workspace.shape))
            : workspace.convolutionOutput;
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
    ChannelVector slope = new ChannelVector(kernels, tile);
    kept = keeps ? new Kept(slope, Scaled.by(kernels, tile, output, slope, target.target())) : null;
    folded =
        keeps
            ? null
            : new ChannelMap(kernels, tile, tile.channels(), workspace.rectified, target.target());
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
    double[] slope = norm.slope();
    if (kept != null) {
      kept.slope.set(slope);
    }
    if (folded != null) {
      for (int output = 0; output < slope.length; output++) {
        for (int input = 0; input < slope.length; input++) {
          int place = slice.offset() + output * slope.length + input;
          folded.set(output, input, slope[output] * weights.buffer().get(place));
        }
      }
      folded.load();
    }
  }

  /** Adds a x to the node; a convolution that is done again needs the source's ReLU. */
  void add(int tile) {
    if (kept != null) {
      kept.scaled.run(tile, target.adding());
    }
    if (folded != null) {
      folded.run(tile, target.adding());
    }
  }

  /** Makes this call's weights take effect backward. */
  void loadBackward() {
    convolution.loadBackward();
  }

  /** Whether {@link #add} and {@link #gradientStatistics} need the source's ReLU. */
  boolean repeats() {
    return kept == null;
  }

  /** Takes the sums that the gradients need, once the node's gradient is there. */
  void gradientStatistics(int tile) {
    if (repeats()) {
      convolution.forward(tile);
    }
    norm.gradientStatistics(tile);
  }

  /** After all tiles: writes the gradients of p, q, gamma and beta that are wanted. */
  void finishGradientStatistics(Call call) {
    edge.addProduct(call, operation, norm.finishGradientStatistics(call));
  }

  /**
   * Computes the gradient of the weights, where wanted, and of the source's ReLU.
   *
   * @param wanted whether the latter is
   * @param holds whether there is some of it already, to be added to
   */
  void backward(Call call, int tile, boolean wanted, boolean holds) {
    if (!wanted && !call.wantsWeights()) {
      return;
    }
    if (repeats()) {
      convolution.forward(tile);
    }
    norm.backward(tile);
    if (call.wantsWeights()) {
      convolution.backwardWeights(tile);
    }
    if (wanted) {
      convolution.backward(tile, holds);
    }
  }
}
