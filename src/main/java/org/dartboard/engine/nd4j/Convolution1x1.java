package org.dartboard.engine.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A convolution of single pixels: a matrix product. */
final class Convolution1x1 {
  private final INDArray weight;
  private final INDArray weightGradient;

  /**
   * @param name of the convolution's slices
   */
  Convolution1x1(Parameters weights, String name) {
    int[] shape = weights.shape(name + ".weight");
    weight = Views.reshape(weights.value(name + ".weight"), shape[0], shape[1]);
    weightGradient = Views.reshape(weights.result(name + ".weight"), shape[0], shape[1]);
  }

  /** y = the convolution of x. */
  void forward(Pixels x, Pixels y) {
    Kernels.multiplyMatrices(x.matrix(), false, weight, true, 1, 0, y.matrix());
  }

  /** Adds the convolution of x to y. */
  void addForward(Pixels x, Pixels y) {
    Kernels.multiplyMatrices(x.matrix(), false, weight, true, 1, 1, y.matrix());
  }

  /** Computes dL/dw. */
  void weightGradient(Pixels x, Pixels gradient) {
    Kernels.multiplyMatrices(gradient.matrix(), true, x.matrix(), false, 1, 0, weightGradient);
  }

  /** Adds to dL/dx. */
  void addInputGradient(Pixels gradient, Pixels into) {
    Kernels.multiplyMatrices(gradient.matrix(), false, weight, false, 1, 1, into.matrix());
  }
}
