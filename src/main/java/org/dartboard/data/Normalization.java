package org.dartboard.data;

import java.util.List;

/**
 * Per-channel normalisation: a value of 0 to 255 becomes (value - mean) / deviation.
 *
 * @param mean of red, green and blue, on the scale 0 to 255
 * @param deviation of red, green and blue, on the same scale, above 0
 */
public record Normalization(List<Double> mean, List<Double> deviation) {
  /** CIFAR-10's constants as the code of NAS-Bench-201 has them. */
  public static final Normalization CIFAR_10 =
      new Normalization(List.of(125.3, 123.0, 113.9), List.of(63.0, 62.1, 66.7));

  /** ImageNet16-120's constants as the code of NAS-Bench-201 has them. */
  public static final Normalization IMAGENET16_120 =
      new Normalization(List.of(122.68, 116.66, 104.01), List.of(63.22, 61.26, 65.09));

  public Normalization {
    mean = List.copyOf(mean);
    deviation = List.copyOf(deviation);
    if (mean.size() != ImageSet.CHANNELS || deviation.size() != ImageSet.CHANNELS) {
      throw new IllegalArgumentException("a normalisation has three means and three deviations");
    }
    for (double each : deviation) {
      if (!(each > 0)) {
        throw new IllegalArgumentException("the deviation " + each + " is not above 0");
      }
    }
  }

  /** What each value becomes: [channel][0 to 255]. */
  float[][] table() {
    float[][] table = new float[ImageSet.CHANNELS][256];
    for (int channel = 0; channel < table.length; channel++) {
      for (int value = 0; value < 256; value++) {
        table[channel][value] = (float) ((value - mean.get(channel)) / deviation.get(channel));
      }
    }
    return table;
  }
}
