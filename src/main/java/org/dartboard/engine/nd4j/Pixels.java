package org.dartboard.engine.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Images, channels last, in four views of the same memory.
 *
 * @param vector all numbers in a row
 * @param matrix [pixel of any image, channel]
 * @param pixels [image, pixel, channel]
 * @param grid [image, row, column, channel]
 */
record Pixels(INDArray vector, INDArray matrix, INDArray pixels, INDArray grid) {
  static Pixels allocate(Memory memory, int count, int side, int channels) {
    INDArray grid = memory.zeros(count, side, side, channels);
    long area = (long) side * side;
    return new Pixels(
        Views.reshape(grid, grid.length()),
        Views.reshape(grid, count * area, channels),
        Views.reshape(grid, count, area, channels),
        grid);
  }

  int count() {
    return (int) grid.size(0);
  }

  int side() {
    return (int) grid.size(1);
  }

  int channels() {
    return (int) grid.size(3);
  }

  /** How many pixels there are in all images. */
  long rows() {
    return matrix.size(0);
  }

  void clear() {
    vector.assign(0);
  }
}
