package org.dartboard.space;

/**
 * The network around the cells (Dong and Yang, ICLR 2020, section 2.1).
 *
 * <p>A stem of one 3x3 convolution, three stages of equal cells, and between the stages a residual
 * block that halves the image and doubles the channels; then pooling and a linear classifier.
 *
 * @param channels of the stem and the first stage, at least 1
 * @param cellsPerStage at least 1
 * @param imageSize height and width of the input in pixels, a positive multiple of 4
 * @param classes at least 1
 */
public record MacroSkeleton(int channels, int cellsPerStage, int imageSize, int classes) {
  /** How many stages of cells there are. */
  public static final int STAGES = 3;

  /** How many colour channels an image has. */
  public static final int IMAGE_CHANNELS = 3;

  private static final int SMALLEST_SIZE = 1 << (STAGES - 1);

  public MacroSkeleton {
    if (channels < 1 || cellsPerStage < 1 || classes < 1) {
      throw new IllegalArgumentException(
          "channels, cells per stage and classes must be at least 1, not "
              + channels
              + ", "
              + cellsPerStage
              + " and "
              + classes);
    }
    if (imageSize < SMALLEST_SIZE || imageSize % SMALLEST_SIZE != 0) {
      throw new IllegalArgumentException(
          "image size " + imageSize + " is not a positive multiple of " + SMALLEST_SIZE);
    }
  }

  /**
   * The benchmark's own network: 16 channels, 5 cells a stage.
   *
   * @param imageSize 32 for CIFAR, 16 for ImageNet16-120
   * @param classes 10, 100 or 120
   */
  public static MacroSkeleton benchmark(int imageSize, int classes) {
    return new MacroSkeleton(16, 5, imageSize, classes);
  }

  /** The channels of a stage, 0 to 2. */
  public int channels(int stage) {
    return channels << stage;
  }

  /** The height and width of a stage's images, 0 to 2. */
  public int imageSize(int stage) {
    return imageSize >> stage;
  }
}
