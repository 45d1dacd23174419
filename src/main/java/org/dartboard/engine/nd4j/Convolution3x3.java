package org.dartboard.engine.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A 3x3 convolution with padding 1 and stride 1.
 *
 * <p>With x[t] the pixels at place t of each window, y is the sum of x[t] w[t].
 */
final class Convolution3x3 {
  private final INDArray flatWeight;
  private final INDArray flatGradient;
  // [place][in, out]; one dense matrix for each place of the window.
  private final INDArray weight;
  private final INDArray weightGradient;
  private final INDArray[] weights = new INDArray[Frame.WINDOW];
  private final INDArray[] gradients = new INDArray[Frame.WINDOW];

  /**
   * @param name of the convolution's slices
   */
  Convolution3x3(Memory memory, Parameters parameters, String name) {
    int[] shape = parameters.shape(name + ".weight");
    // From [out, in, row, column] to [row, column, in, out].
    flatWeight = parameters.value(name + ".weight").permute(2, 3, 1, 0);
    flatGradient = parameters.result(name + ".weight").permute(2, 3, 1, 0);
    weight = memory.zeros(3, 3, shape[1], shape[0]);
    weightGradient = memory.zeros(3, 3, shape[1], shape[0]);
    for (int place = 0; place < Frame.WINDOW; place++) {
      weights[place] = at(weight, place);
      gradients[place] = at(weightGradient, place);
    }
  }

  private static INDArray at(INDArray windows, int place) {
    return windows.get(
        NDArrayIndex.point(place / 3),
        NDArrayIndex.point(place % 3),
        NDArrayIndex.all(),
        NDArrayIndex.all());
  }

  /**
   * Computes y into the core of a frame, and takes this call's weights for its other methods.
   *
   * @param x with a border of 0
   */
  void forward(Frame x, Frame y) {
    weight.assign(flatWeight);
    for (int place = 0; place < Frame.WINDOW; place++) {
      double keep = place == 0 ? 0 : 1;
      Kernels.multiplyMatrices(x.shifted(place), false, weights[place], false, 1, keep, y.core());
    }
  }

  /**
   * Computes dL/dw.
   *
   * @param x with a border of 0
   * @param gradient with a border of 0
   */
  void weightGradient(Frame x, Frame gradient) {
    for (int place = 0; place < Frame.WINDOW; place++) {
      Kernels.multiplyMatrices(
          x.shifted(place), true, gradient.core(), false, 1, 0, gradients[place]);
    }
    flatGradient.assign(weightGradient);
  }

  /**
   * Adds to dL/dx in the core of a frame.
   *
   * @param gradient with a border of 0
   */
  void addInputGradient(Frame gradient, Frame into) {
    for (int place = 0; place < Frame.WINDOW; place++) {
      Kernels.multiplyMatrices(
          gradient.shifted(Frame.WINDOW - 1 - place),
          false,
          weights[place],
          true,
          1,
          1,
          into.core());
    }
  }
}
