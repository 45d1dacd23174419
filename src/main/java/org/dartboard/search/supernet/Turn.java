package org.dartboard.search.supernet;

import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.random.RandomStreams;

/**
 * Where a search stands.
 *
 * <p>Random numbers are drawn from streams that are named after the position, so that nothing of a
 * generator need be kept to resume.
 *
 * @param stage from 0
 * @param epoch of the stage, from 0
 * @param epochs of the stage
 * @param step of the epoch, from 0
 * @param streams the trial's random streams
 */
public record Turn(int stage, int epoch, int epochs, int step, RandomStreams streams) {
  /** The share of the stage that is over: 0 in the first epoch, 1 in the last. */
  public double progress() {
    return epochs == 1 ? 0 : (double) epoch / (epochs - 1);
  }

  /** A generator at its beginning for one purpose of this step. */
  public UniformRandomProvider random(String purpose) {
    return streams.stream(purpose + " " + stage + " " + epoch + " " + step);
  }

  /** Random bits for one purpose of this step. */
  public long seed(String purpose) {
    return random(purpose).nextLong();
  }
}
