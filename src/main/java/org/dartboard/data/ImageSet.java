package org.dartboard.data;

/**
 * Labelled square RGB images, 8 bits a channel, held in memory and never changed.
 *
 * <p>Pixels lie as in the CIFAR-10 release: image by image, channel by channel (red, green, blue),
 * row by row.
 */
public final class ImageSet {
  /** Red, green, blue. */
  public static final int CHANNELS = 3;

  private final String name;
  private final int side;
  private final int classes;
  private final byte[] pixels;
  private final byte[] labels;

  /**
   * Takes over the arrays without a copy: the caller must not change them afterwards.
   *
   * @param name for messages
   * @param side height and width in pixels
   * @param classes how many classes there are, 2 to 127
   * @param pixels {@code labels.length * 3 * side * side} values
   * @param labels one class for each image, 0 to {@code classes - 1}
   */
  ImageSet(String name, int side, int classes, byte[] pixels, byte[] labels) {
    if (pixels.length != (long) labels.length * CHANNELS * side * side) {
      throw new IllegalArgumentException(
          pixels.length + " pixels are not " + labels.length + " images of side " + side);
    }
    this.name = name;
    this.side = side;
    this.classes = classes;
    this.pixels = pixels;
    this.labels = labels;
  }

  /** What the set is called in messages. */
  public String name() {
    return name;
  }

  /** How many images there are. */
  public int size() {
    return labels.length;
  }

  /** Height and width in pixels. */
  public int side() {
    return side;
  }

  /** How many classes there are. */
  public int classes() {
    return classes;
  }

  /** The class of an image, from 0. */
  public int label(int image) {
    return labels[image];
  }

  /** One value of one image, 0 to 255. */
  public int value(int image, int channel, int row, int column) {
    return pixels[offset(image, channel) + row * side + column] & 0xff;
  }

  /** Where a channel of an image begins in {@link #raw}. */
  int offset(int image, int channel) {
    return (image * CHANNELS + channel) * side * side;
  }

  /** The pixels themselves, not a copy. */
  byte[] raw() {
    return pixels;
  }

  /**
   * The same images at half the side, each pixel the mean of two by two, rounded half up to 8 bits
   * as downsampled image sets are stored.
   *
   * @throws IllegalStateException if the side is odd
   */
  public ImageSet halved() {
    if (side % 2 != 0) {
      throw new IllegalStateException(name + " has the odd side " + side + "; it has no half");
    }
    int half = side / 2;
    byte[] pooled = new byte[pixels.length / 4];
    int target = 0;
    for (int plane = 0; plane < size() * CHANNELS; plane++) {
      int source = plane * side * side;
      for (int row = 0; row < half; row++) {
        for (int column = 0; column < half; column++) {
          int corner = source + 2 * row * side + 2 * column;
          int sum =
              (pixels[corner] & 0xff)
                  + (pixels[corner + 1] & 0xff)
                  + (pixels[corner + side] & 0xff)
                  + (pixels[corner + side + 1] & 0xff);
          pooled[target++] = (byte) ((sum + 2) / 4);
        }
      }
    }
    return new ImageSet(name + " at " + half + "x" + half, half, classes, pooled, labels);
  }
}
