package org.dartboard.engine.nd4j;

/**
 * What one layer hands to the next.
 *
 * @param value written by the forward pass of the layer before
 * @param gradient dL/dvalue, written by the backward pass of the layer behind
 */
record Feature(Pixels value, Pixels gradient) {
  static Feature allocate(Memory memory, int count, int side, int channels) {
    return new Feature(
        Pixels.allocate(memory, count, side, channels),
        Pixels.allocate(memory, count, side, channels));
  }
}
