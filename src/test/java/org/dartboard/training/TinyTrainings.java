package org.dartboard.training;

import java.util.List;
import java.util.stream.IntStream;
import org.dartboard.data.GeneratedImages;
import org.dartboard.data.ImageSet;
import org.dartboard.data.Normalization;
import org.dartboard.space.Cell;

/** Trainings of a moment on generated images, for tests. */
public final class TinyTrainings {
  public static final int SIDE = 8;
  public static final int CLASSES = 3;
  public static final int BATCH = 8;

  /** Each of the five operations is in it. */
  public static final Cell CELL = Cell.ofCode("132430");

  static final Normalization NORMALIZATION =
      new Normalization(List.of(127.0, 127.0, 127.0), List.of(64.0, 64.0, 64.0));

  private TinyTrainings() {}

  /** 20 images to train on and 10 held out: batches of 8 leave a short one of each. */
  public static TrainingData data() {
    ImageSet images = GeneratedImages.of(30, SIDE, CLASSES, 1);
    return new TrainingData(
        "generated",
        images,
        IntStream.range(0, 20).toArray(),
        images,
        IntStream.range(20, 30).toArray(),
        NORMALIZATION);
  }

  /** The benchmark's recipe for a network of width 4 with one cell a stage. */
  public static TrainingTask task(int epochs, long seed) {
    return new TrainingTask(
        CELL, Recipe.benchmark(epochs).withNetwork(4, 1, SIDE).withBatchSize(BATCH), seed);
  }
}
