package org.dartboard.engine.onednn;

import java.util.Arrays;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Pointer;

/** A sum of operations' outputs, tile by tile, and of numbers for each channel. */
final class NodeSum {
  private final Tiles target;
  private final double[] numbers;
  private final ChannelVector vector;
  private final TiledInvocation addNumbers;
  private boolean holds;
  private boolean numbered;

  /**
   * @param shape of a tile
   */
  NodeSum(Kernels kernels, Shape shape, Tiles target) {
    this.target = target;
    numbers = new double[shape.channels()];
    vector = new ChannelVector(kernels, shape);
    addNumbers =
        new TiledInvocation(
            kernels.onednn(),
            kernels.binary(shape, dnnl.dnnl_binary_add, shape.row(), Attributes.NONE),
            new int[] {dnnl.DNNL_ARG_SRC_0, dnnl.DNNL_ARG_SRC_1, dnnl.DNNL_ARG_DST},
            target,
            Tiles.same(vector.tensor()),
            target);
  }

  Tiles target() {
    return target;
  }

  /** Begins the sums of all tiles. */
  void clear() {
    Arrays.fill(numbers, 0);
    numbered = false;
  }

  /** Adds a number for each channel to all tiles. */
  void add(double[] perChannel) {
    for (int c = 0; c < numbers.length; c++) {
      numbers[c] += perChannel[c];
    }
    numbered = true;
  }

  /** Adds a number to all values of all tiles. */
  void add(double number) {
    for (int c = 0; c < numbers.length; c++) {
      numbers[c] += number;
    }
    numbered = true;
  }

  /** Ends the adding of numbers. */
  void loadNumbers() {
    if (numbered) {
      vector.set(numbers);
    }
  }

  /** Begins the sum of a tile. */
  void begin() {
    holds = false;
  }

  /** Whether the tile has a term already; from now on it has. */
  boolean adding() {
    boolean before = holds;
    holds = true;
    return before;
  }

  /** Ends the sum of a tile; without any term it is 0 and the numbers. */
  void finish(int tile) {
    if (!holds) {
      Tensor tensor = target.at(tile);
      Pointer.memset(tensor.data(), 0, tensor.bytes());
    }
    if (numbered) {
      addNumbers.run(tile);
    }
  }
}
