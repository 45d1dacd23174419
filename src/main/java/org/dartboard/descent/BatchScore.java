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
   * @param classes how many there are; of equal logits the first class counts
   */
  public static BatchScore of(Batch batch, SupernetOutput output, int classes) {
    int correct = 0;
    for (int image = 0; image < batch.size(); image++) {
      int best = Logits.best(output.logits(), image * classes, classes);
      correct += best == batch.labels()[image] ? 1 : 0;
    }
    return new BatchScore(output.loss(), correct, batch.size());
  }
}
