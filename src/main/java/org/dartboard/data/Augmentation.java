package org.dartboard.data;

/**
 * How an image is varied each time it is drawn.
 *
 * <p>Padding is black before normalisation, as in the benchmark's code, so it is not zero after it.
 *
 * @param flip whether the image is mirrored left to right half of the time
 * @param padding how many pixels are added on each side before a random crop of the old size; 0
 *     means no crop
 */
public record Augmentation(boolean flip, int padding) {
  /** Images as they are. */
  public static final Augmentation NONE = new Augmentation(false, 0);

  public Augmentation {
    if (padding < 0) {
      throw new IllegalArgumentException("padding " + padding + " is negative");
    }
  }

  /**
   * Flip and padded crop as NAS-Bench-201 trains: padding 4 at side 32, 2 at side 16.
   *
   * @param side height and width of the images
   */
  public static Augmentation standard(int side) {
    return new Augmentation(true, side / 8);
  }
}
