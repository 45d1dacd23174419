package org.dartboard.engine;

import java.util.Set;
import org.dartboard.space.Operation;

/**
 * How many additions and multiplications the convolutions of a supernet or of a single cell's
 * network take, every operation that it has on an edge active and all channels sent through it.
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

  /** That of a network. */
  public static ConvolutionArithmetic of(SupernetSpec spec) {
    long weights = spec.operations().stream().mapToLong(ConvolutionArithmetic::weights).sum();
    long cells = 0;
    long blocks = 0;
    for (int stage = 0; stage < SupernetSpec.STAGES; stage++) {
      long pixels = (long) spec.side(stage) * spec.side(stage);
      long channels = spec.channels(stage);
      cells += spec.cellsPerStage() * weights * channels * channels * pixels;
      if (stage > 0) {
        long before = spec.channels(stage - 1);
        blocks += ((1 + KERNEL) * before + KERNEL * channels) * channels * pixels;
      }
    }
    long side = spec.imageSize();
    long stem = IMAGE_CHANNELS * KERNEL * spec.width() * side * side;
    return new ConvolutionArithmetic(MULTIPLY_AND_ADD * stem, MULTIPLY_AND_ADD * (cells + blocks));
  }

  /** Of the convolutions on an edge, for each pair of channels. */
  private static int weights(Set<Operation> edge) {
    int weights = 0;
    for (Operation operation : edge) {
      weights +=
          switch (operation) {
            case NOR_CONV_1X1 -> 1;
            case NOR_CONV_3X3 -> KERNEL;
            case NONE, SKIP_CONNECT, AVG_POOL_3X3 -> 0;
          };
    }
    return weights;
  }

  /** That of a weight step on so many images: forward and both gradients, but the stem's input. */
  public long weightStep(long images) {
    return images * (2 * stem + 3 * rest);
  }

  /**
   * That of a search step on batches of so many images: a weight step and an alpha step, which
   * takes forward and the gradient of the inputs.
   */
  public long searchStep(int batchSize) {
    return weightStep(batchSize) + batchSize * (stem + 2 * rest);
  }
}
