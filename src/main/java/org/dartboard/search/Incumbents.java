package org.dartboard.search;

import java.util.ArrayList;
import java.util.List;

/**
 * What a search would return if it were stopped now, followed over time.
 *
 * <p>An evaluation of higher fidelity always replaces one of lower fidelity; at equal fidelity a
 * strictly higher reward does, so that the first of equals stays.
 */
public final class Incumbents {
  private final List<Evaluation> trajectory = new ArrayList<>();
  private int fidelity = Integer.MIN_VALUE;
  private double reward;

  /** Offers an evaluation of a search that has one fidelity only. */
  public void offer(Evaluation evaluation) {
    offer(evaluation, 0);
  }

  /**
   * Offers an evaluation.
   *
   * @param evaluationFidelity how far it may be trusted; higher is better
   */
  public void offer(Evaluation evaluation, int evaluationFidelity) {
    boolean better =
        evaluationFidelity > fidelity
            || (evaluationFidelity == fidelity && evaluation.reward() > reward);
    if (better) {
      fidelity = evaluationFidelity;
      reward = evaluation.reward();
      trajectory.add(evaluation);
    }
  }

  /** The incumbents so far, each with the clock at which it became so. */
  public List<Evaluation> trajectory() {
    return List.copyOf(trajectory);
  }
}
