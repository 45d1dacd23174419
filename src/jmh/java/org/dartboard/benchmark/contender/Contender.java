package org.dartboard.benchmark.contender;

/** Does a workload on an engine. It starts from the workload's weights and goes on from there. */
public interface Contender extends AutoCloseable {
  /** Does the work once. Returns the loss, which is that before the weights move. */
  double run();

  /** What the last {@link #run} computed. */
  Outcome outcome();

  /** Frees what the contender holds. */
  @Override
  void close();
}
