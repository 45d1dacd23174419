package org.dartboard.engine.onednn;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Collects the terms of a sum of images and computes it in as few passes as oneDNN allows.
 *
 * <p>All plain terms go into one pass, together with one scaled term; each further scaled term
 * takes a pass of its own.
 */
final class Sum {
  private static final int MAXIMUM = 16;

  private final Kernels kernels;
  private final Shape shape;
  private final List<Tensor> spares = new ArrayList<>();
  private final Tensor[] plain = new Tensor[MAXIMUM];
  private final Tensor[] scaled = new Tensor[MAXIMUM];
  private final Tensor[] factors = new Tensor[MAXIMUM];
  private final @Nullable Invocation[] addition = new Invocation[MAXIMUM];
  private final @Nullable Invocation[] overwriting = new Invocation[MAXIMUM];
  private final @Nullable Invocation[] accumulating = new Invocation[MAXIMUM];
  private @Nullable Invocation addNumber;
  private @Nullable Tensor target;
  private boolean holds;
  private int plainCount;
  private int scaledCount;
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
    scaledCount = 0;
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

  /** Adds a tensor times a number. The tensor must keep its content until {@link #finish}. */
  void scaled(Tensor tensor, Scalar factor) {
    scaled[scaledCount] = tensor;
    factors[scaledCount++] = factor.tensor();
  }

  /** Computes the sum; without any term it is 0. */
  void finish() {
    if (scaledCount > 0) {
      runScaled(0, plainCount);
      holds = true;
      for (int i = 1; i < scaledCount; i++) {
        runScaled(i, 0);
      }
    } else if (plainCount > 0) {
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

  /** Adds a number to each value of a tensor. */
  void addNumber(Tensor tensor, Scalar number) {
    Invocation invocation = addNumber;
    if (invocation == null) {
      invocation =
          new Invocation(
              kernels.onednn(),
              kernels.binary(shape, dnnl.dnnl_binary_add, Shape.SCALAR, Attributes.NONE),
              new int[] {dnnl.DNNL_ARG_SRC_0, dnnl.DNNL_ARG_SRC_1, dnnl.DNNL_ARG_DST},
              tensor,
              number.tensor(),
              tensor);
      addNumber = invocation;
    }
    invocation.set(0, tensor);
    invocation.set(1, number.tensor());
    invocation.set(2, tensor);
    invocation.run();
  }

  private Tensor target() {
    if (target == null) {
      throw new IllegalStateException("no sum has begun");
    }
    return target;
  }

  private void runScaled(int term, int added) {
    @Nullable Invocation[] made = holds ? accumulating : overwriting;
    Invocation invocation = made[added];
    if (invocation == null) {
      invocation =
          binary(dnnl.dnnl_binary_mul, factors[term], Shape.SCALAR, new Attributes(holds, added));
      made[added] = invocation;
    }
    invocation.set(0, scaled[term]);
    invocation.set(1, factors[term]);
    invocation.set(2, target());
    for (int i = 0; i < added; i++) {
      invocation.set(3 + i, plain[i]);
    }
    invocation.run();
  }

  private Invocation addition() {
    Invocation made = addition[plainCount];
    if (made == null) {
      made = binary(dnnl.dnnl_binary_add, plain[0], shape, new Attributes(false, plainCount - 1));
      addition[plainCount] = made;
    }
    return made;
  }

  /** A binary primitive with added tensors, on tensors that are exchanged before it runs. */
  private Invocation binary(
      int algorithm, Tensor second, Shape secondShape, Attributes attributes) {
    int[] names = new int[3 + attributes.added()];
    Tensor[] tensors = new Tensor[names.length];
    names[0] = dnnl.DNNL_ARG_SRC_0;
    names[1] = dnnl.DNNL_ARG_SRC_1;
    names[2] = dnnl.DNNL_ARG_DST;
    tensors[0] = target();
    tensors[1] = second;
    tensors[2] = target();
    for (int i = 0; i < attributes.added(); i++) {
      names[3 + i] = attributes.argument(i);
      tensors[3 + i] = target();
    }
    return new Invocation(
        kernels.onednn(),
        kernels.binary(shape, algorithm, secondShape, attributes),
        names,
        tensors);
  }
}
