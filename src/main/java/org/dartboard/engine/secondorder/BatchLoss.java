package org.dartboard.engine.secondorder;

import org.dartboard.data.Batch;
import org.dartboard.engine.Knobs;

/**
 * The loss on one batch, a function of w and alpha alone.
 *
 * <p>Batch norm uses the batch's statistics, and masks are drawn from the knobs' seed: the same for
 * all evaluations of one loss, so that a difference of two is no difference of masks.
 *
 * @param batch images and labels, not to be changed while a derivative is taken
 * @param knobs in training mode
 */
public record BatchLoss(Batch batch, Knobs knobs) {
  /**
   * @throws IllegalArgumentException if the knobs are not in training mode
   */
  public BatchLoss {
    if (!knobs.training()) {
      throw new IllegalArgumentException(
          "derivatives are taken with the batch's statistics, so the knobs must be in training"
              + " mode, not evaluation");
    }
  }
}
