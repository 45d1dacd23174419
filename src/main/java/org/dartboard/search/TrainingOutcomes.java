package org.dartboard.search;

import org.dartboard.space.Cell;

/** What training a cell once yields and costs: all that a search on a table can learn of it. */
public interface TrainingOutcomes {

  /** The validation accuracy after training, in percent; higher is better. */
  double reward(Cell cell);

  /** The time that one training takes, in seconds, above 0. */
  double seconds(Cell cell);

  /**
   * Outcomes held in two arrays of {@link Cell#COUNT} entries, indexed by cell ordinal.
   *
   * @param rewards finite
   * @param seconds finite and above 0
   * @throws IllegalArgumentException naming the first entry that is not so
   */
  static TrainingOutcomes ofOrdinals(double[] rewards, double[] seconds) {
    return new TabulatedOutcomes(rewards, seconds);
  }
}
