package org.dartboard.training;

/** Is told how a training gets on. */
public interface TrainingListener {
  /** Hears nothing. */
  TrainingListener NONE = new TrainingListener() {};

  /**
   * The training begins or goes on.
   *
   * @param totalSteps over all epochs
   * @param doneSteps before a training that goes on was stopped; 0 for one that begins
   */
  default void begins(long totalSteps, long doneSteps) {}

  /** A step was taken. */
  default void step() {}

  /**
   * An epoch was trained, and logged where there is a log.
   *
   * @param epochs how many there will be
   */
  default void epoch(TrainingEpoch epoch, int epochs) {}
}
