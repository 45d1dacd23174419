package org.dartboard.descent;

import org.dartboard.data.Batch;
import org.dartboard.engine.SupernetOutput;

/**
 * How a network did on a batch.
 *
 * @param loss mean cross-entropy, in nats
 * @param correct images whose class had the highest logit; -1 where that is not known
 * @param images how many there were
 */
public record BatchScore(double loss, int correct, int images) {
  /**
   * The score of an evaluation.
   *
   * @param output where its results are
   */
  public static BatchScore of(Batch batch, SupernetOutput output) {
    return new BatchScore(output.loss(), output.correct(batch), batch.size());
  }
}
