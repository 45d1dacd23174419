package org.dartboard.training;

import org.dartboard.random.RandomStreams;
import org.dartboard.space.Cell;

/**
 * One training: which cell, how, and with which random numbers.
 *
 * @param seed all random numbers follow from it and the cell
 */
public record TrainingTask(Cell cell, Recipe recipe, long seed) {
  /** Where the starting weights, the order of the images and their augmentation are drawn from. */
  RandomStreams streams() {
    return streams(cell, seed);
  }

  static RandomStreams streams(Cell cell, long seed) {
    return new RandomStreams("training " + cell.code(), seed);
  }
}
