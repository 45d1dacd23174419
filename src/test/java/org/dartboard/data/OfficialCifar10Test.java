package org.dartboard.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.dartboard.io.DataFolders;
import org.junit.jupiter.api.Test;

/** Checks against the official files, where they are at hand. */
class OfficialCifar10Test {
  private static final DataFolders FOLDERS = DataFolders.of(System.getenv(), Path.of(""));

  @Test
  void trainingImagesHaveThePublishedMeansAndDeviations() throws DataException {
    ImageSet images = Cifar10.training(folder(Cifar10.FOLDER));

    assertEquals(50_000, images.size());
    double[] mean = {.49140, .48216, .44653};
    double[] deviation = {.24703, .24349, .26159};
    for (int channel = 0; channel < 3; channel++) {
      double[] moments = moments(images, channel);
      assertEquals(mean[channel], moments[0], 5e-6);
      assertEquals(deviation[channel], moments[1], 5e-6);
    }
    ImageSet half = images.halved();
    for (int channel = 0; channel < 3; channel++) {
      // Rounding half up adds 1/8 of a step on average.
      assertEquals(mean[channel] + 0.125 / 255, moments(half, channel)[0], 1e-4);
      assertTrue(moments(half, channel)[1] < deviation[channel]);
    }
  }

  @Test
  void theTestSetHasAThousandImagesOfEachClass() throws DataException {
    ImageSet images = Cifar10.test(folder(Cifar10.FOLDER));

    int[] count = new int[10];
    for (int image = 0; image < images.size(); image++) {
      count[images.label(image)]++;
    }
    for (int each : count) {
      assertEquals(1000, each);
    }
  }

  @Test
  void theOfficialSplitHasTwoHalvesOfTwentyFiveThousand() throws DataException {
    CifarSplit split = CifarSplit.read(folder(CifarSplit.FOLDER));

    assertEquals(25_000, split.training().length);
    assertEquals(25_000, split.validation().length);
    assertEquals(0, split.training()[0]);
    assertNotEquals(0, split.validation()[0]);
  }

  private static Path folder(String name) throws DataException {
    Optional<Path> folder = FOLDERS.lookUp(name);
    assumeTrue(
        folder.isPresent(),
        () -> "no folder " + name + " under DARTBOARD_DATA or nasbench201-data: not compared");
    return folder.orElseThrow();
  }

  private static double[] moments(ImageSet images, int channel) {
    long sum = 0;
    long squares = 0;
    int area = images.side() * images.side();
    for (int image = 0; image < images.size(); image++) {
      for (int place = 0; place < area; place++) {
        long value = images.value(image, channel, place / images.side(), place % images.side());
        sum += value;
        squares += value * value;
      }
    }
    double count = (double) images.size() * area;
    double mean = sum / count;
    return new double[] {mean / 255, Math.sqrt(squares / count - mean * mean) / 255};
  }
}
