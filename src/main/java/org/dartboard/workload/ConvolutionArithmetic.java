package org.dartboard.workload;

import org.dartboard.engine.SupernetSpec;
import org.dartboard.space.Edge;

/**
 * How many additions and multiplications the convolutions of a supernet take, every operation on
 * every edge active and all channels sent through it.
 *
 * <p>A floor for the time of a step follows from it and from the machine's peak. Batch norm, sums,
 * pooling and the classifier are left out: they are bound by memory and less than a hundredth of
 * the arithmetic.
 *
 * @param stem the first convolution forward, for one image
 * @param rest all others forward, for one image
 */
public record ConvolutionArithmetic(long stem, long rest) {
  private static final int IMAGE_CHANNELS = 3;
  private static final int KERNEL = 3 * 3;
  private static final int MULTIPLY_AND_ADD = 2;

  /** That of a supernet. */
  public static ConvolutionArithmetic of(SupernetSpec spec) {
    long cells = 0;
    long blocks = 0;
    for (int stage = 0; stage < SupernetSpec.STAGES; stage++) {
      long pixels = (long) spec.side(stage) * spec.side(stage);
      long channels = spec.channels(stage);
      cells += spec.cellsPerStage() * Edge.COUNT * (1 + KERNEL) * channels * channels * pixels;
      if (stage > 0) {
        long before = spec.channels(stage - 1);
        blocks += ((1 + KERNEL) * before + KERNEL * channels) * channels * pixels;
      }
    }
    long side = spec.imageSize();
    long stem = IMAGE_CHANNELS * KERNEL * spec.width() * side * side;
    return new ConvolutionArithmetic(MULTIPLY_AND_ADD * stem, MULTIPLY_AND_ADD * (cells + blocks));
  }

  /**
   * That of a search step on batches of so many images: a weight step takes forward and both
   * gradients, an alpha step forward and the gradient of the inputs. The stem's input needs none.
   */
  public long searchStep(int batchSize) {
    return batchSize * (3 * stem + 5 * rest);
  }
}
