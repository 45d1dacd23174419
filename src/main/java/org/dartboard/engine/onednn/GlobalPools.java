package org.dartboard.engine.onednn;

import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.global.dnnl;

/**
 * A node's mean and largest value of each channel of each image, which the attentions of all edges
 * that leave it see, and the way back.
 *
 * <p>They lie in one tensor of twice the images, means first, so that both go through an
 * attention's matrices in one pass.
 */
final class GlobalPools {
  private final SingleCopy values;
  private final SingleCopy gradient;
  private final Tensor nodeGradient;
  private final Sum sum;
  private final Invocation average;
  private final Invocation averageBack;
  private final Invocation maximum;
  private final Invocation maximumBack;

  /**
   * @param shape of the node
   * @param nodeGradient what the gradient is added to
   */
  GlobalPools(Kernels kernels, Sum sum, Shape shape, Tensor node, Tensor nodeGradient) {
    OneDnn onednn = kernels.onednn();
    this.nodeGradient = nodeGradient;
    this.sum = sum;
    Shape pooled = pooled(shape);
    values = new SingleCopy(kernels, pooled, onednn.images(pooled));
    gradient = new SingleCopy(kernels, pooled, onednn.images(pooled));
    dnnl_memory_desc half = kernels.images(shape.withSide(1));
    long middle = dnnl.dnnl_memory_desc_get_size(half);
    Kernels.Pair mean = kernels.pools().average(shape, shape.side(), 1, 0);
    PoolingKernels.Maximum largest = kernels.pools().maximum(shape);
    Tensor workspace = onednn.tensor(largest.workspace());
    average =
        new Invocation(
            onednn,
            mean.forward(),
            new int[] {dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_DST},
            node,
            onednn.part(values.stored(), half, 0));
    averageBack =
        new Invocation(
            onednn,
            mean.backward(),
            new int[] {dnnl.DNNL_ARG_DIFF_DST, dnnl.DNNL_ARG_DIFF_SRC},
            onednn.part(gradient.stored(), half, 0),
            nodeGradient);
    maximum =
        new Invocation(
            onednn,
            largest.forward(),
            new int[] {dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_DST, dnnl.DNNL_ARG_WORKSPACE},
            node,
            onednn.part(values.stored(), half, middle),
            workspace);
    maximumBack =
        new Invocation(
            onednn,
            largest.backward(),
            new int[] {dnnl.DNNL_ARG_DIFF_DST, dnnl.DNNL_ARG_DIFF_SRC, dnnl.DNNL_ARG_WORKSPACE},
            onednn.part(gradient.stored(), half, middle),
            nodeGradient,
            workspace);
  }

  /** The shape of the pooled values of a node: twice its images, of one pixel. */
  static Shape pooled(Shape node) {
    return new Shape(2 * node.count(), node.channels(), 1, node.precision());
  }

  /** The means of all images, then the largest values of all images; in single precision. */
  Tensor values() {
    return values.single();
  }

  /** Where the gradient of {@link #values} is collected, in single precision. */
  Tensor gradient() {
    return gradient.single();
  }

  /** Computes the values of a complete node. */
  void forward() {
    average.run();
    maximum.run();
    values.load();
  }

  /** Adds the node's part of {@link #gradient} to the node's gradient. */
  void backward() {
    gradient.store();
    sum.begin(nodeGradient, true);
    averageBack.set(1, sum.place());
    averageBack.run();
    maximumBack.set(1, sum.place());
    maximumBack.run();
    sum.finish();
  }
}
