package org.dartboard.engine.onednn;

import java.util.List;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Pointer;

/**
 * What the operations of one or more edges see, with one ReLU and one pooling for all of them.
 *
 * <p>Both are done again backward, and pooling for each edge forward: that takes less time than
 * fetching them from memory. The source's gradient is the sum over the edges' operations.
 */
final class Source {
  private static final int[] FORWARD = {dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_DST};

  private final Tiles value;
  private final Tiles gradient;
  private final TiledInvocation rectify;
  private final TiledInvocation rectifyBack;
  private final TiledInvocation pool;
  private final PoolingBack poolBack;
  private final PoolingBack poolBackAside;
  private final TiledInvocation addPoolBack;

  Source(Kernels kernels, Workspace workspace, Tiles value, Tiles gradient) {
    OneDnn onednn = kernels.onednn();
    Shape shape = workspace.tile;
    this.value = value;
    this.gradient = gradient;
    Kernels.Pair relu = kernels.relu(shape);
    rectify = new TiledInvocation(onednn, relu.forward(), FORWARD, value, workspace.rectified);
    // The output is positive where the input is, so either tells where the gradient passes.
    rectifyBack =
        new TiledInvocation(
            onednn,
            relu.backward(),
            new int[] {dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_DIFF_DST, dnnl.DNNL_ARG_DIFF_SRC},
            workspace.rectified,
            workspace.rectifiedGradient,
            gradient);
    Kernels.Pair average = kernels.pools().average(shape, 3, 1, 1);
    pool = new TiledInvocation(onednn, average.forward(), FORWARD, value, workspace.pooled);
    poolBack = new PoolingBack(kernels, shape, workspace.pooledGradient, gradient);
    poolBackAside = new PoolingBack(kernels, shape, workspace.pooledGradient, workspace.poolBack);
    addPoolBack =
        new TiledInvocation(
            onednn,
            kernels.binary(shape, dnnl.dnnl_binary_add, shape, Attributes.NONE),
            new int[] {dnnl.DNNL_ARG_SRC_0, dnnl.DNNL_ARG_SRC_1, dnnl.DNNL_ARG_DST},
            gradient,
            workspace.poolBack,
            gradient);
  }

  Tiles value() {
    return value;
  }

  Tiles gradient() {
    return gradient;
  }

  /** Convolves a tile for all edges. */
  void convolve(Call call, List<MixedOperation> edges, int tile) {
    if (convolves(call, edges)) {
      rectify.run(tile);
    }
    for (int i = 0; i < edges.size(); i++) {
      edges.get(i).convolve(call, tile);
    }
  }

  /** Adds a tile of an edge to the edge's target. */
  void add(Call call, MixedOperation edge, int tile) {
    if (edge.pools(call)) {
      pool.run(tile);
    }
    edge.add(call, tile);
  }

  /**
   * Computes the gradients of the edges' weights and, where wanted, of a tile of the value.
   *
   * @param wanted whether the value's gradient is
   */
  void backward(Call call, List<MixedOperation> edges, int tile, boolean wanted) {
    if (convolves(call, edges) && (wanted || call.wantsWeights())) {
      rectify.run(tile);
    }
    boolean convolved = false;
    for (int i = 0; i < edges.size(); i++) {
      convolved = edges.get(i).backwardConvolutions(call, tile, wanted, convolved);
    }
    if (call.wantsProducts()) {
      multiply(call, edges, tile);
    }
    if (!wanted) {
      return;
    }
    boolean holds = convolved;
    if (convolved) {
      rectifyBack.run(tile);
    }
    boolean pooled = false;
    for (int i = 0; i < edges.size(); i++) {
      pooled = edges.get(i).backwardPooling(call, tile, pooled);
    }
    if (pooled && holds) {
      poolBackAside.run(tile);
      addPoolBack.run(tile);
    } else if (pooled) {
      poolBack.run(tile);
      holds = true;
    }
    for (int i = 0; i < edges.size(); i++) {
      holds = edges.get(i).backwardSkip(call, tile, holds);
    }
    if (!holds) {
      Tensor tensor = gradient.at(tile);
      Pointer.memset(tensor.data(), 0, tensor.bytes());
    }
  }

  private void multiply(Call call, List<MixedOperation> edges, int tile) {
    boolean pools = false;
    for (int i = 0; i < edges.size(); i++) {
      pools |= edges.get(i).pools(call);
    }
    if (pools) {
      pool.run(tile);
    }
    for (int i = 0; i < edges.size(); i++) {
      edges.get(i).multiply(call, tile);
    }
  }

  private static boolean convolves(Call call, List<MixedOperation> edges) {
    boolean convolves = false;
    for (int i = 0; i < edges.size(); i++) {
      convolves |= edges.get(i).convolves(call);
    }
    return convolves;
  }
}
