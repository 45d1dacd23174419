package org.dartboard.data;

import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.dartboard.random.RandomStreams;

/**
 * Makes the batch at a position: a pure function of the images, the settings and the random
 * streams.
 *
 * <p>Each epoch shows each chosen image once, in an order drawn for the epoch; the last batch of an
 * epoch is short where the batch size does not divide the number of images. Not safe for use by
 * several threads at once.
 */
public final class BatchMaker {
  private final ImageSet images;
  private final int[] chosen;
  private final int batchSize;
  private final Order order;
  private final Augmentation augmentation;
  private final RandomStreams streams;
  private final float[][] table;
  private final float[] work;
  private int shuffledEpoch = -1;
  private int[] shuffled;

  /** The order of an epoch's images. */
  public enum Order {
    /** Drawn anew for each epoch. */
    SHUFFLED,
    /** As the images were chosen. */
    SEQUENTIAL
  }

  /**
   * @param images where the images are
   * @param chosen positions of the images to show, at least one
   * @param batchSize images per batch, at least 1
   * @param order of an epoch's images
   * @param augmentation how each image is varied
   * @param normalization of the values
   * @param streams where order and augmentation are drawn from; for two halves of a split, give
   *     different scopes
   * @throws IllegalArgumentException if there is nothing to show or a position is out of range
   */
  public BatchMaker(
      ImageSet images,
      int[] chosen,
      int batchSize,
      Order order,
      Augmentation augmentation,
      Normalization normalization,
      RandomStreams streams) {
    if (chosen.length == 0 || batchSize < 1) {
      throw new IllegalArgumentException(
          chosen.length + " images in batches of " + batchSize + ": both must be at least 1");
    }
    for (int image : chosen) {
      if (image < 0 || image >= images.size()) {
        throw new IllegalArgumentException(
            "image " + image + " is not one of the " + images.size() + " of " + images.name());
      }
    }
    this.images = images;
    this.chosen = chosen.clone();
    this.batchSize = batchSize;
    this.order = order;
    this.augmentation = augmentation;
    this.streams = streams;
    this.table = normalization.table();
    this.work = new float[ImageSet.CHANNELS * images.side() * images.side()];
    this.shuffled = this.chosen;
  }

  /** All positions of an image set, for {@code chosen}. */
  public static int[] all(ImageSet images) {
    return IntStream.range(0, images.size()).toArray();
  }

  /** Batches in an epoch, a short last one included. */
  public int batchesPerEpoch() {
    return (chosen.length + batchSize - 1) / batchSize;
  }

  /** Images per batch, but for a short last one. */
  public int batchSize() {
    return batchSize;
  }

  /** Height and width of the images. */
  public int side() {
    return images.side();
  }

  /**
   * Fills a batch with the images of a position.
   *
   * @throws IllegalArgumentException if the batch is too small, has another side, or the position
   *     is past the epoch's end
   */
  public void make(DataPosition position, Batch into) {
    if (into.capacity() < batchSize || into.side() != images.side()) {
      throw new IllegalArgumentException(
          "a batch with room for "
              + into.capacity()
              + " images of side "
              + into.side()
              + " cannot take "
              + batchSize
              + " of side "
              + images.side());
    }
    if (position.batch() >= batchesPerEpoch()) {
      throw new IllegalArgumentException(
          "batch " + position.batch() + " is past the epoch's " + batchesPerEpoch() + " batches");
    }
    int[] epoch = epochOrder(position.epoch());
    int first = position.batch() * batchSize;
    int size = Math.min(batchSize, chosen.length - first);
    UniformRandomProvider random =
        streams.stream("augmentation " + position.epoch() + " " + position.batch());
    for (int slot = 0; slot < size; slot++) {
      int image = epoch[first + slot];
      boolean mirror = augmentation.flip() && random.nextBoolean();
      int padding = augmentation.padding();
      int down = padding == 0 ? 0 : random.nextInt(2 * padding + 1) - padding;
      int right = padding == 0 ? 0 : random.nextInt(2 * padding + 1) - padding;
      draw(image, mirror, down, right, into.layout());
      into.images().put(slot * work.length, work);
      into.labels()[slot] = images.label(image);
    }
    into.setSize(size);
  }

  private int[] epochOrder(int epoch) {
    if (order == Order.SHUFFLED && epoch != shuffledEpoch) {
      shuffled = chosen.clone();
      PermutationSampler.shuffle(streams.stream("order " + epoch), shuffled);
      shuffledEpoch = epoch;
    }
    return shuffled;
  }

  /** Writes one image to {@link #work}: mirrored first, then moved, black where nothing is left. */
  private void draw(int image, boolean mirror, int down, int right, Layout layout) {
    byte[] raw = images.raw();
    int side = images.side();
    int columnStep = layout == Layout.NHWC ? ImageSet.CHANNELS : 1;
    int channelStep = layout == Layout.NHWC ? 1 : side * side;
    for (int channel = 0; channel < ImageSet.CHANNELS; channel++) {
      float[] normal = table[channel];
      int plane = images.offset(image, channel);
      int target = channel * channelStep;
      for (int row = 0; row < side; row++) {
        int sourceRow = row + down;
        boolean rowInside = sourceRow >= 0 && sourceRow < side;
        for (int column = 0; column < side; column++) {
          int sourceColumn = column + right;
          int value = 0;
          if (rowInside && sourceColumn >= 0 && sourceColumn < side) {
            int stored = mirror ? side - 1 - sourceColumn : sourceColumn;
            value = raw[plane + sourceRow * side + stored] & 0xff;
          }
          work[target] = normal[value];
          target += columnStep;
        }
      }
    }
  }
}
