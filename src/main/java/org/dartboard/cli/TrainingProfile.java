package org.dartboard.cli;

import java.util.Locale;
import org.dartboard.training.Recipe;
import org.jspecify.annotations.Nullable;

/** How large a training is. */
enum TrainingProfile {
  /** Seconds, with a few images: to show that the path works. */
  SMOKE(4, 1, 16, 16),
  /** A small network on halved images. */
  DESK(8, 1, 16, 256),
  /** The benchmark's own network and images. */
  PAPER(16, 5, 32, 256);

  private final int width;
  private final int cells;
  private final int imageSide;
  private final int batchSize;

  TrainingProfile(int width, int cells, int imageSide, int batchSize) {
    this.width = width;
    this.cells = cells;
    this.imageSide = imageSide;
    this.batchSize = batchSize;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  int width() {
    return width;
  }

  int cells() {
    return cells;
  }

  int imageSide() {
    return imageSide;
  }

  /** The benchmark's recipe for this profile's network, or another where one is given. */
  Recipe recipe(int epochs, @Nullable Integer otherWidth, @Nullable Integer otherCells, int side) {
    return Recipe.benchmark(epochs)
        .withNetwork(
            otherWidth == null ? width : otherWidth, otherCells == null ? cells : otherCells, side)
        .withBatchSize(batchSize);
  }
}
