package org.dartboard.engine.onednn;

import org.dartboard.engine.Precision;

/**
 * The shape of a batch of square images, and what their values are stored in.
 *
 * @param count images
 * @param channels of each
 * @param side height and width
 * @param precision of each value
 */
record Shape(int count, int channels, int side, Precision precision) {
  /** One number, which primitives broadcast over images. */
  static final Shape SCALAR = new Shape(1, 1, 1);

  /** A shape in single precision. */
  Shape(int count, int channels, int side) {
    this(count, channels, side, Precision.FP32);
  }

  /** The same images in single precision. */
  Shape single() {
    return new Shape(count, channels, side);
  }

  /** The same images with other channels. */
  Shape withChannels(int other) {
    return new Shape(count, other, side, precision);
  }

  /** The same channels with another height and width. */
  Shape withSide(int other) {
    return new Shape(count, channels, other, precision);
  }

  /** Other images of the same shape. */
  Shape withCount(int other) {
    return new Shape(other, channels, side, precision);
  }

  /** One row of pixels of one image, seen as one pixel with many channels. */
  Shape row() {
    return new Shape(1, channels * side, 1);
  }

  /** Values per channel over the batch. */
  long perChannel() {
    return (long) count * side * side;
  }

  long[] dimensions() {
    return new long[] {count, channels, side, side};
  }
}
