package org.dartboard.space;

/**
 * How many parameters a network has and how many multiplications one image takes it.
 *
 * <p>Counted layer by layer, as the benchmark's authors count: convolutions have no bias, each
 * batch norm has a scale and a shift per channel, FLOPs are the multiply-adds of convolutions and
 * of the classifier with its bias, and nothing else.
 *
 * @param parameters exact number of trained weights
 * @param flops exact number of multiply-adds of one forward pass of one image
 */
public record NetworkCost(long parameters, long flops) {
  private static final NetworkCost NOTHING = new NetworkCost(0, 0);

  /** The cost of the network that puts a cell into a skeleton. */
  public static NetworkCost of(Cell cell, MacroSkeleton skeleton) {
    NetworkCost total = stem(skeleton).plus(classifier(skeleton));
    for (int stage = 0; stage < MacroSkeleton.STAGES; stage++) {
      if (stage > 0) {
        total = total.plus(residualBlock(skeleton, stage));
      }
      total = total.plus(cell(cell, skeleton, stage).times(skeleton.cellsPerStage()));
    }
    return total;
  }

  private static NetworkCost stem(MacroSkeleton skeleton) {
    return normalisedConvolution(
        3, MacroSkeleton.IMAGE_CHANNELS, skeleton.channels(), skeleton.imageSize());
  }

  private static NetworkCost cell(Cell cell, MacroSkeleton skeleton, int stage) {
    NetworkCost total = NOTHING;
    for (Edge edge : Edge.all()) {
      total =
          total.plus(
              operation(cell.operation(edge), skeleton.channels(stage), skeleton.imageSize(stage)));
    }
    return total;
  }

  private static NetworkCost operation(Operation operation, int channels, int imageSize) {
    return switch (operation) {
      case NONE, SKIP_CONNECT, AVG_POOL_3X3 -> NOTHING;
      case NOR_CONV_1X1 -> normalisedConvolution(1, channels, channels, imageSize);
      case NOR_CONV_3X3 -> normalisedConvolution(3, channels, channels, imageSize);
    };
  }

  /** Two 3x3 convolutions, the first with stride 2, and a pooled 1x1 convolution beside them. */
  private static NetworkCost residualBlock(MacroSkeleton skeleton, int stage) {
    int inputs = skeleton.channels(stage - 1);
    int outputs = skeleton.channels(stage);
    int imageSize = skeleton.imageSize(stage);
    return normalisedConvolution(3, inputs, outputs, imageSize)
        .plus(normalisedConvolution(3, outputs, outputs, imageSize))
        .plus(convolution(1, inputs, outputs, imageSize));
  }

  /** Batch norm, global pooling and the linear layer. */
  private static NetworkCost classifier(MacroSkeleton skeleton) {
    int channels = skeleton.channels(MacroSkeleton.STAGES - 1);
    long linear = (channels + 1L) * skeleton.classes();
    return batchNorm(channels).plus(new NetworkCost(linear, linear));
  }

  private static NetworkCost normalisedConvolution(
      int kernel, int inputs, int outputs, int outputSize) {
    return convolution(kernel, inputs, outputs, outputSize).plus(batchNorm(outputs));
  }

  private static NetworkCost convolution(int kernel, int inputs, int outputs, int outputSize) {
    long weights = (long) kernel * kernel * inputs * outputs;
    return new NetworkCost(weights, weights * outputSize * outputSize);
  }

  private static NetworkCost batchNorm(int channels) {
    return new NetworkCost(2L * channels, 0);
  }

  private NetworkCost plus(NetworkCost other) {
    return new NetworkCost(parameters + other.parameters, flops + other.flops);
  }

  private NetworkCost times(int factor) {
    return new NetworkCost(parameters * factor, flops * factor);
  }
}
