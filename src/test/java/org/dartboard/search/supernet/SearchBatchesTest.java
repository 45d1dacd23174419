package org.dartboard.search.supernet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.dartboard.data.Batch;
import org.dartboard.data.BatchLoader;
import org.dartboard.data.GeneratedImages;
import org.dartboard.data.ImageSet;
import org.dartboard.data.ImageSource;
import org.dartboard.data.Normalization;
import org.dartboard.search.supernet.method.SupernetMethods;
import org.junit.jupiter.api.Test;

/** 15 images in the training half, 10 in the other, batches of 6: three steps an epoch. */
class SearchBatchesTest {
  private static final int SIDE = 8;
  private static final int STEPS = 3;
  private static final Normalization AS_STORED =
      new Normalization(List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0));

  @Test
  void theBenchmarksHalvesAreEachShownOnceInAnEpoch() {
    SearchBatches batches = batches(0);
    for (int epoch = 0; epoch < 3; epoch++) {
      assertEquals(range(0, 15), weights(batches, epoch));
    }
    assertEquals(range(15, 25), architecture(batches, 0));
  }

  @Test
  void fourFifthsAreShownBeforeAnyIsShownAgain() {
    SearchBatches batches = batches(1);
    SortedSet<Integer> first = weights(batches, 0);
    SortedSet<Integer> shown = new TreeSet<>(first);
    shown.addAll(weights(batches, 1));

    assertEquals(18, first.size());
    // The half of 15 and six of the other ten, in the order of the split.
    SortedSet<Integer> all = range(0, 18);
    all.addAll(range(20, 23));
    assertEquals(all, shown);
    assertEquals(new TreeSet<>(List.of(18, 19, 23, 24)), architecture(batches, 0));
  }

  @Test
  void allImagesServeBothWhereTheyAreShared() {
    SearchBatches batches = batches(2);
    SortedSet<Integer> weights = weights(batches, 0);
    weights.addAll(weights(batches, 1));
    SortedSet<Integer> architecture = architecture(batches, 0);
    assertNotEquals(weights(batches, 0), architecture);
    architecture.addAll(architecture(batches, 1));

    assertEquals(range(0, 25), weights);
    assertEquals(range(0, 25), architecture);
  }

  @Test
  void redrawnPartsShareNoImageAndDifferFromEpochToEpoch() {
    SearchBatches batches = batches(3);
    for (int epoch = 0; epoch < 3; epoch++) {
      SortedSet<Integer> weights = weights(batches, epoch);
      SortedSet<Integer> architecture = architecture(batches, epoch);
      assertEquals(15, weights.size());
      assertEquals(10, architecture.size());
      assertTrue(Collections.disjoint(weights, architecture), () -> weights + " " + architecture);
      assertNotEquals(weights, weights(batches, epoch + 1));
    }
    assertEquals(weights(batches(3), 2), weights(batches, 2));
  }

  @Test
  void everySplitTakesAsManySteps() {
    for (int split = 0; split <= 3; split++) {
      assertEquals(STEPS, batches(split).steps(false));
      assertEquals(5, batches(split).steps(true));
    }
  }

  private static SearchBatches batches(int split) {
    ImageSet images = GeneratedImages.numbered(26, SIDE);
    SearchData data =
        new SearchData(
            ImageSource.GENERATED,
            images,
            IntStream.range(0, 15).toArray(),
            IntStream.range(15, 25).toArray(),
            AS_STORED,
            images,
            new int[] {25});
    return new SearchBatches(
        data, TinySearches.plan(SupernetMethods.named("darts-v1"), 5, Map.of("dataSplit", split)));
  }

  private static SortedSet<Integer> weights(SearchBatches batches, int epoch) {
    try (BatchLoader loader = batches.training(epoch, (long) epoch * STEPS, false)) {
      return shown(loader);
    }
  }

  private static SortedSet<Integer> architecture(SearchBatches batches, int epoch) {
    try (BatchLoader loader = batches.validation(epoch, (long) epoch * STEPS)) {
      return shown(loader);
    }
  }

  /** The images that an epoch's steps are given. */
  private static SortedSet<Integer> shown(BatchLoader loader) {
    SortedSet<Integer> shown = new TreeSet<>();
    for (int step = 0; step < STEPS; step++) {
      Batch batch = loader.next();
      int size = ImageSet.CHANNELS * SIDE * SIDE;
      for (int slot = 0; slot < batch.size(); slot++) {
        float largest = 0;
        for (int i = 0; i < size; i++) {
          largest = Math.max(largest, batch.images().get(slot * size + i));
        }
        // What a crop fills in is 0, below every image's own value.
        shown.add(Math.round(largest) - 1);
      }
    }
    return shown;
  }

  private static SortedSet<Integer> range(int from, int to) {
    SortedSet<Integer> range = new TreeSet<>();
    IntStream.range(from, to).forEach(range::add);
    return range;
  }
}
