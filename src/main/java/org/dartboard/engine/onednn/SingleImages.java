package org.dartboard.engine.onednn;

import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.global.dnnl;

/**
 * Images of one shape in single precision, as many as a gradient's primitive takes, which all that
 * is computed on copies in single precision uses in turn.
 */
final class SingleImages {
  private static final int[] REORDER = {dnnl.DNNL_ARG_FROM, dnnl.DNNL_ARG_TO};

  private final OneDnn onednn;
  private final Tensor[] images = new Tensor[3];
  private final dnnl_primitive load;
  private final dnnl_primitive store;

  /**
   * @param shape of the tensors that are copied
   */
  SingleImages(Kernels kernels, Shape shape) {
    onednn = kernels.onednn();
    for (int i = 0; i < images.length; i++) {
      images[i] = onednn.images(shape.single());
    }
    load = kernels.reorder(kernels.images(shape), kernels.images(shape.single()));
    store = kernels.reorder(kernels.images(shape.single()), kernels.images(shape));
  }

  /** The images of a number below 3. */
  Tensor at(int number) {
    return images[number];
  }

  /** Copies a tensor to the images of a number. */
  Invocation load(Tensor from, int number) {
    return new Invocation(onednn, load, REORDER, from, images[number]);
  }

  /** Copies the images of a number to a tensor. */
  Invocation store(Tensor to, int number) {
    return new Invocation(onednn, store, REORDER, images[number], to);
  }
}
