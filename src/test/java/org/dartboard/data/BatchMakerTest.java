package org.dartboard.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.dartboard.random.RandomStreams;
import org.junit.jupiter.api.Test;

class BatchMakerTest {
  private static final RandomStreams STREAMS = new RandomStreams("batch maker test", 7);

  @Test
  void anEpochShowsEachChosenImageOnceInAnOrderOfItsOwn() {
    ImageSet images = numbered(20);
    int[] chosen = {1, 2, 3, 5, 8, 13, 17};
    BatchMaker maker = maker(images, chosen, 3, BatchMaker.Order.SHUFFLED, Augmentation.NONE);

    assertEquals(3, maker.batchesPerEpoch());
    int[] first = shown(maker, 0);
    int[] second = shown(maker, 1);

    assertArrayEquals(chosen, sorted(first));
    assertArrayEquals(chosen, sorted(second));
    assertFalse(Arrays.equals(first, second));
    assertFalse(Arrays.equals(first, chosen));
  }

  @Test
  void sequentialOrderIsAsChosen() {
    int[] chosen = {9, 1, 4};
    BatchMaker maker =
        maker(numbered(10), chosen, 2, BatchMaker.Order.SEQUENTIAL, Augmentation.NONE);

    assertArrayEquals(chosen, shown(maker, 0));
    assertArrayEquals(chosen, shown(maker, 1));
  }

  @Test
  void theSamePositionGivesTheSameBatchWhateverWasMadeBefore() {
    ImageSet images = random(12, 8, 1);
    BatchMaker one = maker(images, BatchMaker.all(images), 5, BatchMaker.Order.SHUFFLED, flips());
    BatchMaker two = maker(images, BatchMaker.all(images), 5, BatchMaker.Order.SHUFFLED, flips());
    one.make(new DataPosition(3, 1), Batch.allocate(5, 8, Layout.NHWC));

    assertArrayEquals(values(one, new DataPosition(2, 0)), values(two, new DataPosition(2, 0)));
    assertFalse(
        Arrays.equals(values(one, new DataPosition(2, 0)), values(one, new DataPosition(2, 1))));
  }

  @Test
  void channelsLastAndChannelsFirstHoldTheSameNormalisedImages() {
    ImageSet images = random(4, 8, 2);
    BatchMaker maker =
        maker(images, BatchMaker.all(images), 4, BatchMaker.Order.SEQUENTIAL, Augmentation.NONE);
    Batch last = Batch.allocate(4, 8, Layout.NHWC);
    Batch first = Batch.allocate(4, 8, Layout.NCHW);
    maker.make(DataPosition.START, last);
    maker.make(DataPosition.START, first);

    double[] mean = {125.3, 123.0, 113.9};
    double[] deviation = {63.0, 62.1, 66.7};
    for (int image = 0; image < 4; image++) {
      assertEquals(images.label(image), last.labels()[image]);
      for (int channel = 0; channel < 3; channel++) {
        for (int row = 0; row < 8; row++) {
          for (int column = 0; column < 8; column++) {
            double expected =
                (images.value(image, channel, row, column) - mean[channel]) / deviation[channel];
            int nhwc = ((image * 8 + row) * 8 + column) * 3 + channel;
            int nchw = ((image * 3 + channel) * 8 + row) * 8 + column;
            assertEquals(expected, last.images().get(nhwc), 1e-6);
            assertEquals(expected, first.images().get(nchw), 1e-6);
          }
        }
      }
    }
  }

  @Test
  void everyAugmentedImageIsAMovedImageOrItsMirrorWithABlackBorder() {
    int side = 6;
    ImageSet images = random(1, side, 3);
    Augmentation augmentation = new Augmentation(true, 2);
    BatchMaker maker = maker(images, new int[] {0}, 1, BatchMaker.Order.SEQUENTIAL, augmentation);
    Set<String> seen = new HashSet<>();
    for (int epoch = 0; epoch < 600; epoch++) {
      seen.add(explain(images, values(maker, new DataPosition(epoch, 0)), side, 2));
    }

    assertEquals(2 * 5 * 5, seen.size(), "each mirror and move is drawn sooner or later");
  }

  @Test
  void theStandardCropIsPaddedByAnEighthOfTheSide() {
    assertEquals(new Augmentation(true, 4), Augmentation.standard(32));
    assertEquals(new Augmentation(true, 2), Augmentation.standard(16));
  }

  @Test
  void refusesWhatCannotBeMade() {
    ImageSet images = numbered(3);
    assertThrows(
        IllegalArgumentException.class,
        () -> maker(images, new int[0], 1, BatchMaker.Order.SHUFFLED, Augmentation.NONE));
    IllegalArgumentException outside =
        assertThrows(
            IllegalArgumentException.class,
            () -> maker(images, new int[] {3}, 1, BatchMaker.Order.SHUFFLED, Augmentation.NONE));
    assertTrue(String.valueOf(outside.getMessage()).contains("image 3 is not one of the 3"));
    BatchMaker maker =
        maker(images, new int[] {0}, 1, BatchMaker.Order.SHUFFLED, Augmentation.NONE);
    assertThrows(
        IllegalArgumentException.class,
        () -> maker.make(DataPosition.START, Batch.allocate(1, 5, Layout.NHWC)));
    assertThrows(
        IllegalArgumentException.class,
        () -> maker.make(new DataPosition(0, 1), Batch.allocate(1, 4, Layout.NHWC)));
  }

  /** The one mirror and move that gives the values, or a failure if there is none. */
  private static String explain(ImageSet images, float[] values, int side, int padding) {
    for (int mirror = 0; mirror < 2; mirror++) {
      for (int down = -padding; down <= padding; down++) {
        for (int right = -padding; right <= padding; right++) {
          if (matches(images, values, side, mirror == 1, down, right)) {
            return mirror + " " + down + " " + right;
          }
        }
      }
    }
    throw new AssertionError("no mirror and move gives this image");
  }

  private static boolean matches(
      ImageSet images, float[] values, int side, boolean mirror, int down, int right) {
    float[][] table = Normalization.CIFAR_10.table();
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        int y = row + down;
        int x = column + right;
        boolean inside = y >= 0 && y < side && x >= 0 && x < side;
        int value = inside ? images.value(0, 0, y, mirror ? side - 1 - x : x) : 0;
        if (values[(row * side + column) * 3] != table[0][value]) {
          return false;
        }
      }
    }
    return true;
  }

  private static Augmentation flips() {
    return new Augmentation(true, 1);
  }

  static BatchMaker maker(
      ImageSet images, int[] chosen, int size, BatchMaker.Order order, Augmentation augmentation) {
    return new BatchMaker(
        images, chosen, size, order, augmentation, Normalization.CIFAR_10, STREAMS);
  }

  static float[] values(BatchMaker maker, DataPosition position) {
    Batch batch = Batch.allocate(maker.batchSize(), maker.side(), Layout.NHWC);
    maker.make(position, batch);
    return values(batch);
  }

  static float[] values(Batch batch) {
    float[] values = new float[batch.size() * 3 * batch.side() * batch.side()];
    batch.images().get(0, values);
    return values;
  }

  /** Images whose label is their number, so that labels tell which were shown. */
  private static ImageSet numbered(int count) {
    byte[] labels = new byte[count];
    for (int image = 0; image < count; image++) {
      labels[image] = (byte) image;
    }
    return new ImageSet("numbered", 4, count, new byte[count * 48], labels);
  }

  static ImageSet random(int count, int side, long seed) {
    Random random = new Random(seed);
    byte[] pixels = new byte[count * 3 * side * side];
    random.nextBytes(pixels);
    byte[] labels = new byte[count];
    for (int image = 0; image < count; image++) {
      labels[image] = (byte) random.nextInt(10);
    }
    return new ImageSet("random", side, 10, pixels, labels);
  }

  private static int[] shown(BatchMaker maker, int epoch) {
    int[] shown = new int[0];
    for (int number = 0; number < maker.batchesPerEpoch(); number++) {
      Batch batch = Batch.allocate(maker.batchSize(), maker.side(), Layout.NHWC);
      maker.make(new DataPosition(epoch, number), batch);
      int before = shown.length;
      shown = Arrays.copyOf(shown, before + batch.size());
      System.arraycopy(batch.labels(), 0, shown, before, batch.size());
    }
    return shown;
  }

  private static int[] sorted(int[] values) {
    int[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
