package org.dartboard.engine.onednn;

/**
 * The shape of a batch of square images.
 *
 * @param count images
 * @param channels of each
 * @param side height and width
 */
record Shape(int count, int channels, int side) {
  /** One number, which primitives broadcast over images. */
  static final Shape SCALAR = new Shape(1, 1, 1);

  /** The same images with other channels. */
  Shape withChannels(int other) {
    return new Shape(count, other, side);
  }

  /** The same channels with another height and width. */
  Shape withSide(int other) {
    return new Shape(count, channels, other);
  }

  /** Other images of the same shape. */
  Shape withCount(int other) {
    return new Shape(other, channels, side);
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
