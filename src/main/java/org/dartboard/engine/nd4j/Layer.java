package org.dartboard.engine.nd4j;

/** A part of the network with a feature before it and one behind it. */
interface Layer {
  /** Computes the value of the feature behind. */
  void forward(Call call);

  /**
   * Computes the gradients of the layer's own weights that are wanted, and the gradient of the
   * feature before.
   *
   * @param needsInput whether anybody uses the latter
   */
  void backward(Call call, boolean needsInput);
}
