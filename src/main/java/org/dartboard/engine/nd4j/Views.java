package org.dartboard.engine.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/** The same memory in other shapes. */
final class Views {
  private Views() {}

  /**
   * A dense array in another shape, in row-major order.
   *
   * <p>ND4J's own {@code reshape('c', n)} takes the letter for a dimension where n is a single
   * long.
   */
  static INDArray reshape(INDArray array, long... shape) {
    return array.reshape('c', shape);
  }
}
