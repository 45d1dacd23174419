package org.dartboard.engine.onednn;

import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.dartboard.engine.Precision;
import org.jspecify.annotations.Nullable;

/**
 * Batch norm with scale and shift of images of one shape, and its gradient.
 *
 * <p>In bf16 oneDNN is fast with multiples of 16 channels, and with others takes about ten times as
 * long as in single precision, in which those are computed here.
 */
final class Norm {
  private static final int FAST_CHANNELS = 16;

  private static final int[] FORWARD = {
    dnnl.DNNL_ARG_SRC,
    dnnl.DNNL_ARG_DST,
    dnnl.DNNL_ARG_MEAN,
    dnnl.DNNL_ARG_VARIANCE,
    dnnl.DNNL_ARG_SCALE,
    dnnl.DNNL_ARG_SHIFT
  };
  private static final int[] BACKWARD = {
    dnnl.DNNL_ARG_SRC,
    dnnl.DNNL_ARG_DIFF_DST,
    dnnl.DNNL_ARG_DIFF_SRC,
    dnnl.DNNL_ARG_MEAN,
    dnnl.DNNL_ARG_VARIANCE,
    dnnl.DNNL_ARG_SCALE,
    dnnl.DNNL_ARG_DIFF_SCALE,
    dnnl.DNNL_ARG_DIFF_SHIFT
  };

  private final OneDnn onednn;
  private final Kernels.Pair primitives;
  private final @Nullable SingleImages singles;

  /**
   * @param fixed whether mean and variance are given rather than the batch's
   */
  Norm(Kernels kernels, Shape shape, boolean fixed, double epsilon) {
    onednn = kernels.onednn();
    boolean single = shape.precision() == Precision.BF16 && shape.channels() % FAST_CHANNELS != 0;
    singles = single ? kernels.singleImages(shape) : null;
    primitives = primitives(kernels.images(single ? shape.single() : shape), fixed, epsilon);
  }

  private Kernels.Pair primitives(dnnl_memory_desc images, boolean fixed, double epsilon) {
    int flags =
        dnnl.dnnl_use_scale | dnnl.dnnl_use_shift | (fixed ? dnnl.dnnl_use_global_stats : 0);
    dnnl_primitive_desc forward = new dnnl_primitive_desc();
    OneDnn.check(
        dnnl.dnnl_batch_normalization_forward_primitive_desc_create(
            forward,
            onednn.engine(),
            dnnl.dnnl_forward_training,
            images,
            images,
            (float) epsilon,
            flags,
            null),
        "prepare batch norm");
    onednn.own(forward);
    dnnl_primitive_desc backward = new dnnl_primitive_desc();
    OneDnn.check(
        dnnl.dnnl_batch_normalization_backward_primitive_desc_create(
            backward,
            onednn.engine(),
            dnnl.dnnl_backward,
            images,
            images,
            images,
            (float) epsilon,
            flags,
            forward,
            null),
        "prepare batch norm's gradient");
    onednn.own(backward);
    return new Kernels.Pair(onednn.primitive(forward), onednn.primitive(backward));
  }

  /**
   * Normalises.
   *
   * @param tensors input and output; mean and variance, which are written unless they are given;
   *     scale and shift
   */
  NormInvocation forward(Tensor... tensors) {
    return new NormInvocation(onednn, primitives.forward(), FORWARD, 1, singles, tensors);
  }

  /**
   * Computes the gradients.
   *
   * @param tensors input, gradient of the output, gradient of the input, which is written; mean,
   *     variance and scale; gradients of scale and shift, which are written
   */
  NormInvocation backward(Tensor... tensors) {
    return new NormInvocation(onednn, primitives.backward(), BACKWARD, 2, singles, tensors);
  }
}
