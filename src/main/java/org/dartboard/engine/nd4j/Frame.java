package org.dartboard.engine.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Images with a border of one pixel, as a matrix of [pixel, channel].
 *
 * <p>A pixel's neighbour is a fixed number of rows away, on every row but the border's. So what a
 * 3x3 window sees is nine dense pieces of the matrix, shifted against each other, and a 3x3
 * convolution is nine matrix products. That takes a ninth of the memory of a matrix of patches, and
 * on processors a small share of the time of ND4J's own convolution.
 *
 * <p>A frame is either read through its window, and then its border is 0; or its {@link #core} is
 * written, and then its border is of no account.
 */
final class Frame {
  /** Places in a window, in row-major order; 4 is the middle. */
  static final int WINDOW = 9;

  private final INDArray inside;
  private final INDArray[] shifted = new INDArray[WINDOW];

  Frame(Memory memory, int count, int side, int channels) {
    int width = side + 2;
    INDArray grid = memory.zeros(count, width, width, channels);
    inside =
        grid.get(
            NDArrayIndex.all(),
            NDArrayIndex.interval(1, side + 1),
            NDArrayIndex.interval(1, side + 1),
            NDArrayIndex.all());
    long rows = (long) count * width * width;
    INDArray matrix = Views.reshape(grid, rows, channels);
    // The first and the last pixel with a whole window.
    long reach = width + 1L;
    for (int place = 0; place < WINDOW; place++) {
      long from = reach + (place / 3 - 1L) * width + place % 3 - 1;
      shifted[place] =
          matrix.get(NDArrayIndex.interval(from, from + rows - 2 * reach), NDArrayIndex.all());
    }
  }

  /** Sets the images and leaves the border. */
  void set(Pixels images) {
    inside.assign(images.grid());
  }

  /** Copies the images without the border. */
  void copyTo(Pixels images) {
    images.grid().assign(inside);
  }

  /** All pixels that have a whole window; these are all of the images'. */
  INDArray core() {
    return shifted[WINDOW / 2];
  }

  /** For each pixel of the core, the one at that place of its window; dense. */
  INDArray shifted(int place) {
    return shifted[place];
  }

  /** The images without the border; strided. */
  INDArray inside() {
    return inside;
  }
}
