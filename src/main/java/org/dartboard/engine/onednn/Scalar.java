package org.dartboard.engine.onednn;

import java.nio.FloatBuffer;

/** One number that primitives broadcast over images. */
final class Scalar {
  private final Tensor tensor;
  private final FloatBuffer view;

  Scalar(Kernels kernels) {
    tensor = kernels.onednn().images(Shape.SCALAR);
    view = tensor.floats();
  }

  Tensor tensor() {
    return tensor;
  }

  void set(double value) {
    view.put(0, (float) value);
  }
}
