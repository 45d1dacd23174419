package org.dartboard.engine.onednn;

import java.util.List;
import org.bytedeco.dnnl.global.dnnl;

/**
 * What the operations of one or more edges see, with one ReLU and one pooling for all of them.
 *
 * <p>Its gradient is the sum over the edges' operations.
 */
final class Source {
  private final Tensor value;
  private final Tensor rectified;
  private final Tensor pooled;
  private final Tensor gradient;
  private final Workspace workspace;
  private final Invocation rectify;
  private final Invocation rectifyBack;
  private final Invocation pool;
  private final Invocation poolBack;

  Source(Kernels kernels, Workspace workspace, Tensor value, Tensor gradient) {
    OneDnn onednn = kernels.onednn();
    Shape shape = workspace.shape;
    this.value = value;
    this.gradient = gradient;
    this.workspace = workspace;
    rectified = onednn.images(shape);
    pooled = onednn.images(shape);
    Kernels.Pair relu = kernels.relu(shape);
    rectify =
        new Invocation(
            onednn,
            relu.forward(),
            new int[] {dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_DST},
            value,
            rectified);
    // The output is positive where the input is, so either tells where the gradient passes.
    rectifyBack =
        new Invocation(
            onednn,
            relu.backward(),
            new int[] {dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_DIFF_DST, dnnl.DNNL_ARG_DIFF_SRC},
            rectified,
            gradient,
            gradient);
    Kernels.Pair average = kernels.pool(shape, 3, 1, 1);
    pool =
        new Invocation(
            onednn,
            average.forward(),
            new int[] {dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_DST},
            value,
            pooled);
    poolBack =
        new Invocation(
            onednn,
            average.backward(),
            new int[] {dnnl.DNNL_ARG_DIFF_DST, dnnl.DNNL_ARG_DIFF_SRC},
            workspace.poolGradient,
            gradient);
  }

  Tensor value() {
    return value;
  }

  Tensor rectified() {
    return rectified;
  }

  Tensor pooled() {
    return pooled;
  }

  Tensor gradient() {
    return gradient;
  }

  /** Computes what the edges' active operations need of the value. */
  void forward(Call call, List<MixedOperation> edges) {
    boolean convolved = false;
    boolean averaged = false;
    for (int i = 0; i < edges.size(); i++) {
      convolved |= edges.get(i).convolves(call);
      averaged |= edges.get(i).pools(call);
    }
    if (convolved) {
      rectify.run();
    }
    if (averaged) {
      pool.run();
    }
  }

  /**
   * Computes the gradients of the edges' weights and, where wanted, of the value.
   *
   * @param wanted whether the value's gradient is
   */
  void backward(Call call, List<MixedOperation> edges, boolean wanted) {
    boolean holds = false;
    for (int i = 0; i < edges.size(); i++) {
      holds = edges.get(i).backwardConvolutions(call, wanted, holds);
    }
    if (call.wantsProducts()) {
      for (int i = 0; i < edges.size(); i++) {
        edges.get(i).backwardProducts(call);
      }
    }
    if (!wanted) {
      return;
    }
    if (holds) {
      rectifyBack.run();
    }
    boolean averaged = false;
    for (int i = 0; i < edges.size(); i++) {
      averaged |= edges.get(i).pools(call);
    }
    if (averaged) {
      workspace.sum.begin(workspace.poolGradient, false);
      for (int i = 0; i < edges.size(); i++) {
        edges.get(i).addPoolGradient(call, workspace.sum);
      }
      workspace.sum.finish();
    }
    workspace.sum.begin(gradient, holds);
    for (int i = 0; i < edges.size(); i++) {
      edges.get(i).addSkipGradient(call, workspace.sum);
    }
    if (averaged) {
      poolBack.set(1, workspace.sum.place());
      poolBack.run();
    }
    workspace.sum.finish();
  }
}
