package org.dartboard.engine.onednn;

import org.bytedeco.dnnl.global.dnnl;
import org.jspecify.annotations.Nullable;

/**
 * A tensor of some precision and its content in single precision; the same tensor where that is its
 * precision.
 */
final class SingleCopy {
  private static final int[] REORDER = {dnnl.DNNL_ARG_FROM, dnnl.DNNL_ARG_TO};

  private final Tensor stored;
  private final Tensor single;
  private final @Nullable Invocation load;
  private final @Nullable Invocation store;

  /** The copy of a tensor of the shape's precision. */
  SingleCopy(Kernels kernels, Shape shape, Tensor stored) {
    this(
        kernels,
        stored,
        shape.equals(shape.single()) ? stored : kernels.onednn().images(shape.single()));
  }

  private SingleCopy(Kernels kernels, Tensor stored, Tensor single) {
    this.stored = stored;
    this.single = single;
    if (stored.equals(single)) {
      load = null;
      store = null;
    } else {
      load = reorder(kernels, stored, single);
      store = reorder(kernels, single, stored);
    }
  }

  /** A tensor of the shape's precision for what is given in single precision. */
  static SingleCopy of(Kernels kernels, Shape shape, Tensor single) {
    return new SingleCopy(
        kernels, shape.equals(shape.single()) ? single : kernels.onednn().images(shape), single);
  }

  private static Invocation reorder(Kernels kernels, Tensor from, Tensor to) {
    return new Invocation(
        kernels.onednn(), kernels.reorder(from.description(), to.description()), REORDER, from, to);
  }

  /** In the shape's precision. */
  Tensor stored() {
    return stored;
  }

  /** In single precision. */
  Tensor single() {
    return single;
  }

  /** Copies what is stored to the tensor of single precision. */
  void load() {
    if (load != null) {
      load.run();
    }
  }

  /** Copies the tensor of single precision to what is stored. */
  void store() {
    if (store != null) {
      store.run();
    }
  }
}
