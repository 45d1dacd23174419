package org.dartboard.engine.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Average pooling 3x3 with stride 1, which counts only pixels of the image.
 *
 * <p>Sums over windows are sums of shifted pieces of a frame, down and then across. Dividing by the
 * number of pixels in each window comes after that, and in the backward pass before it.
 */
final class AveragePooling {
  private final Frame frame;
  private final Frame down;
  private final Frame across;
  private final Pixels scaled;
  private final INDArray shares;

  AveragePooling(Memory memory, int count, int side, int channels) {
    frame = new Frame(memory, count, side, channels);
    down = new Frame(memory, count, side, channels);
    across = new Frame(memory, count, side, channels);
    scaled = Pixels.allocate(memory, count, side, channels);
    shares = memory.zeros(1, (long) side * side, 1);
    float[] share = new float[side * side];
    for (int i = 0; i < share.length; i++) {
      share[i] = 1f / (within(i / side, side) * within(i % side, side));
    }
    Transfer.upload(share, shares);
  }

  /** How many of a place and its two neighbours lie in the image. */
  private static int within(int place, int side) {
    return (place > 0 ? 1 : 0) + 1 + (place < side - 1 ? 1 : 0);
  }

  void forward(Pixels x, Pixels y) {
    sumWindows(x, y);
    Kernels.multiply(y.pixels(), shares, y.pixels());
  }

  /** Computes dL/dx; {@code into} may be {@code gradient}. */
  void backward(Pixels gradient, Pixels into) {
    Kernels.multiply(gradient.pixels(), shares, scaled.pixels());
    sumWindows(scaled, into);
  }

  private void sumWindows(Pixels x, Pixels y) {
    frame.set(x);
    sum(frame, 1, 4, 7, down.core());
    // Left and right of the images the sums are sums of the border: 0.
    sum(down, 3, 4, 5, across.core());
    across.copyTo(y);
  }

  private static void sum(Frame x, int first, int second, int third, INDArray into) {
    Kernels.add(x.shifted(first), x.shifted(second), into);
    Kernels.add(into, x.shifted(third), into);
  }
}
