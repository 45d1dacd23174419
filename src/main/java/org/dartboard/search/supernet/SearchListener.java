package org.dartboard.search.supernet;

import java.util.Optional;
import org.dartboard.space.Cell;

/** Told how a search gets on, by the thread that runs it. */
public interface SearchListener {
  /** Ignores everything. */
  SearchListener NONE = new SearchListener() {};

  /**
   * The search begins or goes on.
   *
   * @param total steps of the whole search, if it does not stop early
   * @param done steps that were taken before
   */
  default void begins(long total, long done) {}

  /**
   * The search goes on with other threads, another library or other instructions than before, so
   * that its last bits will not be those of a search in one piece.
   *
   * @param before what computed it, such as {@code 1 thread, oneDNN 3.11, AVX-512}
   */
  default void computedOtherwise(String before) {}

  /** One more step was taken. */
  default void step() {}

  /**
   * An epoch has ended.
   *
   * @param number from 1, over all stages
   * @param epochs of all stages
   * @param trainingLoss mean over the epoch
   * @param cell what the search would find now, where that is known
   */
  default void epoch(int number, int epochs, double trainingLoss, Optional<Cell> cell) {}
}
