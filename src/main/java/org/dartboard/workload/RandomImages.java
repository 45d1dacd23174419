package org.dartboard.workload;

import java.nio.FloatBuffer;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.data.Batch;
import org.dartboard.data.Layout;
import org.dartboard.random.RandomStreams;

/** Batches of random values in place of images. */
public final class RandomImages {
  private static final double LARGEST = Math.sqrt(3);

  private RandomImages() {}

  /**
   * A full batch, channels last: values uniform with mean 0 and variance 1, as normalised images
   * have, and classes drawn evenly.
   *
   * @param purpose the name of the stream; another name gives another batch
   */
  public static Batch batch(
      RandomStreams streams, String purpose, int images, int side, int classes) {
    UniformRandomProvider random = streams.stream(purpose);
    Batch batch = Batch.allocate(images, side, Layout.NHWC);
    FloatBuffer values = batch.images();
    for (int i = 0; i < values.capacity(); i++) {
      values.put(i, (float) random.nextDouble(-LARGEST, LARGEST));
    }
    for (int i = 0; i < images; i++) {
      batch.labels()[i] = random.nextInt(classes);
    }
    batch.setSize(images);
    return batch;
  }
}
