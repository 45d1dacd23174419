package org.dartboard.search;

/** Told of each run that has finished; calls come one at a time, from any thread. */
@FunctionalInterface
public interface SearchProgress {

  /** Ignores everything. */
  SearchProgress NONE = (finished, total) -> {};

  /**
   * One more run has finished.
   *
   * @param finished how many have, 1 to {@code total}, each number once and in order
   * @param total how many there are
   */
  void finished(int finished, int total);
}
