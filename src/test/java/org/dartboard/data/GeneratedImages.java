package org.dartboard.data;

import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.random.RandomStreams;

/**
 * Images made of a random pattern for each class and noise, so that there is something to learn.
 */
public final class GeneratedImages {
  private GeneratedImages() {}

  public static ImageSet of(int count, int side, int classes, long seed) {
    UniformRandomProvider random = new RandomStreams("generated images", seed).stream("pixels");
    int size = ImageSet.CHANNELS * side * side;
    byte[][] patterns = new byte[classes][size];
    for (byte[] pattern : patterns) {
      random.nextBytes(pattern);
    }
    byte[] pixels = new byte[count * size];
    byte[] labels = new byte[count];
    for (int image = 0; image < count; image++) {
      labels[image] = (byte) random.nextInt(classes);
      for (int i = 0; i < size; i++) {
        int value = ((patterns[labels[image]][i] & 0xff) + random.nextInt(256)) / 2;
        pixels[image * size + i] = (byte) value;
      }
    }
    return new ImageSet("generated images", side, classes, pixels, labels);
  }

  /** Images that can be told from each other: all values of image i are i + 1. */
  public static ImageSet numbered(int count, int side) {
    int size = ImageSet.CHANNELS * side * side;
    byte[] pixels = new byte[count * size];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i / size + 1);
    }
    return new ImageSet("numbered images", side, 2, pixels, new byte[count]);
  }
}
