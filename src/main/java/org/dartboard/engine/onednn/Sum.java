package org.dartboard.engine.onednn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/** Adds images, which several primitives write, in one pass. */
final class Sum {
  private static final int MAXIMUM = 16;

  private final Kernels kernels;
  private final Shape shape;
  private final List<Tensor> spares = new ArrayList<>();
  private final Tensor[] plain = new Tensor[MAXIMUM];
  private final @Nullable Invocation[] addition = new Invocation[MAXIMUM];
  private @Nullable Tensor target;
  private boolean holds;
  private int plainCount;
  private int spareCount;

  Sum(Kernels kernels, Shape shape) {
    this.kernels = kernels;
    this.shape = shape;
  }

  /**
   * Begins a sum.
   *
   * @param into where it goes
   * @param keep whether what is there is a term
   */
  void begin(Tensor into, boolean keep) {
    target = into;
    holds = keep;
    plainCount = 0;
    spareCount = 0;
  }

  /** A tensor that is free until {@link #finish}. */
  Tensor spare() {
    if (spareCount == spares.size()) {
      spares.add(kernels.onednn().images(shape));
    }
    return spares.get(spareCount++);
  }

  /** Where to write the next term: the target itself, or a spare tensor that is then added. */
  Tensor place() {
    if (!holds) {
      holds = true;
      return target();
    }
    Tensor term = spare();
    plain[plainCount++] = term;
    return term;
  }

  /** Computes the sum; without any term it is 0. */
  void finish() {
    if (plainCount > 0) {
      // The first term is what the target holds.
      Invocation invocation = addition();
      invocation.set(0, target());
      for (int i = 0; i < plainCount; i++) {
        invocation.set(i == 0 ? 1 : i + 2, plain[i]);
      }
      invocation.set(2, target());
      invocation.run();
    } else if (!holds) {
      Pointer.memset(target().data(), 0, target().bytes());
    }
  }

  private Tensor target() {
    if (target == null) {
      throw new IllegalStateException("no sum has begun");
    }
    return target;
  }

  /** The primitive for this number of terms, on tensors that are exchanged before it runs. */
  private Invocation addition() {
    Invocation made = addition[plainCount];
    if (made == null) {
      Attributes attributes = new Attributes(false, plainCount - 1);
      int[] names = new int[3 + attributes.added()];
      Tensor[] tensors = new Tensor[names.length];
      Arrays.fill(tensors, target());
      names[0] = dnnl.DNNL_ARG_SRC_0;
      names[1] = dnnl.DNNL_ARG_SRC_1;
      names[2] = dnnl.DNNL_ARG_DST;
      for (int i = 0; i < attributes.added(); i++) {
        names[3 + i] = attributes.argument(i);
      }
      made =
          new Invocation(
              kernels.onednn(),
              kernels.binary(shape, dnnl.dnnl_binary_add, shape, attributes),
              names,
              tensors);
      addition[plainCount] = made;
    }
    return made;
  }
}
