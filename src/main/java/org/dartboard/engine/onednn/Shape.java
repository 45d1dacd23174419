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

  private static final int LONG = 512;

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

  /** Some rows of pixels of one image, seen as one pixel with many channels. */
  Shape row() {
    return new Shape(1, channels * side * rows(), 1);
  }

  /** How many rows of pixels make a {@link #row}: short ones are slow. */
  int rows() {
    int rows = 1;
    while (channels * side * rows < LONG && side % (2 * rows) == 0) {
      rows *= 2;
    }
    return rows;
  }

  /** Values per channel over the batch. */
  long perChannel() {
    return (long) count * side * side;
  }

  long[] dimensions() {
    return new long[] {count, channels, side, side};
  }
}
