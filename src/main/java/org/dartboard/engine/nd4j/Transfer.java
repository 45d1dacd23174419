package org.dartboard.engine.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Copies between Java arrays and ND4J's, wherever those lie. */
final class Transfer {
  private Transfer() {}

  /** Copies numbers in row-major order into a dense array of as many. */
  static void upload(float[] from, INDArray to) {
    try (INDArray copy = Nd4j.createFromArray(from)) {
      to.assign(Views.reshape(copy, to.shape()));
    }
  }

  /** The numbers of a dense array in row-major order. */
  static float[] download(INDArray from) {
    return Views.reshape(from, from.length()).toFloatVector();
  }
}
