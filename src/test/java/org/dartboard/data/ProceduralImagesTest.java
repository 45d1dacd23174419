package org.dartboard.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.BiFunction;
import org.dartboard.io.Digests;
import org.junit.jupiter.api.Test;

class ProceduralImagesTest {
  private static final int COUNT = 2000;

  @Test
  void imagesDependOnNothingButTheirPartAndPlace() {
    ImageSet few = ProceduralImages.of(ProceduralImages.Part.TRAINING, 30);
    ImageSet many = ProceduralImages.of(ProceduralImages.Part.TRAINING, 60);
    assertArrayEquals(few.raw(), Arrays.copyOf(many.raw(), few.raw().length));
    ImageSet other = ProceduralImages.of(ProceduralImages.Part.VALIDATION, 30);
    assertTrue(!Arrays.equals(few.raw(), other.raw()), "two parts have the same images");
  }

  /** The embedded table was computed with these very images. */
  @Test
  void theImagesAreThoseOfTheEmbeddedTable() {
    assertEquals(
        "3356ce52b894075c8d4fbe6ff23b6469db01f8e13ede93824fcf00c1901b0032",
        Digests.sha256(ProceduralImages.of(ProceduralImages.Part.TEST, 100).raw()));
  }

  @Test
  void classesAreBalanced() {
    ImageSet images = ProceduralImages.of(ProceduralImages.Part.TEST, COUNT);
    int[] counts = new int[ProceduralImages.CLASSES];
    for (int image = 0; image < images.size(); image++) {
      counts[images.label(image)]++;
    }
    Arrays.stream(counts).forEach(count -> assertEquals(COUNT / 10, count));
  }

  @Test
  void meanColourDoesNotTellTheClass() {
    assertBelow(25, ProceduralImagesTest::meanColour);
  }

  @Test
  void meanBrightnessDoesNotTellTheClass() {
    assertBelow(
        20, (images, image) -> new double[] {Arrays.stream(meanColour(images, image)).sum()});
  }

  @Test
  void theMeanImageOfAClassDoesNotTellIt() {
    assertBelow(45, ProceduralImagesTest::pixels);
  }

  /** A classifier that takes the class whose mean feature is nearest gets fewer right. */
  private static void assertBelow(double bound, BiFunction<ImageSet, Integer, double[]> feature) {
    ImageSet training = ProceduralImages.of(ProceduralImages.Part.TRAINING, COUNT);
    ImageSet test = ProceduralImages.of(ProceduralImages.Part.TEST, COUNT);
    int length = feature.apply(training, 0).length;
    double[][] means = new double[ProceduralImages.CLASSES][length];
    for (int image = 0; image < COUNT; image++) {
      double[] of = feature.apply(training, image);
      for (int i = 0; i < length; i++) {
        means[training.label(image)][i] += of[i] * ProceduralImages.CLASSES / COUNT;
      }
    }
    int right = 0;
    for (int image = 0; image < COUNT; image++) {
      right += nearest(means, feature.apply(test, image)) == test.label(image) ? 1 : 0;
    }
    double accuracy = 100.0 * right / COUNT;
    assertTrue(accuracy < bound, () -> accuracy + " % are right, not below " + bound);
  }

  private static int nearest(double[][] means, double[] of) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int each = 0; each < means.length; each++) {
      double distance = 0;
      for (int i = 0; i < of.length; i++) {
        distance += (means[each][i] - of[i]) * (means[each][i] - of[i]);
      }
      if (distance < least) {
        least = distance;
        best = each;
      }
    }
    return best;
  }

  private static double[] meanColour(ImageSet images, int image) {
    double[] mean = new double[ImageSet.CHANNELS];
    int plane = images.side() * images.side();
    double[] pixels = pixels(images, image);
    for (int i = 0; i < pixels.length; i++) {
      mean[i / plane] += pixels[i] / plane;
    }
    return mean;
  }

  private static double[] pixels(ImageSet images, int image) {
    int length = ImageSet.CHANNELS * images.side() * images.side();
    double[] pixels = new double[length];
    for (int i = 0; i < length; i++) {
      pixels[i] = images.raw()[image * length + i] & 0xff;
    }
    return pixels;
  }
}
