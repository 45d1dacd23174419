package org.dartboard.search;

import java.util.List;
import org.dartboard.space.Cell;

/**
 * What one search did and found.
 *
 * @param evaluations every training, in order; at least one
 * @param incumbents the evaluations that became what the search would return, each with its clock,
 *     for anytime curves; the last is the result. At least one
 */
public record SearchTrace(List<Evaluation> evaluations, List<Evaluation> incumbents) {

  public SearchTrace {
    evaluations = List.copyOf(evaluations);
    incumbents = List.copyOf(incumbents);
    if (evaluations.isEmpty() || incumbents.isEmpty()) {
      throw new IllegalArgumentException("a search that trained nothing has found nothing");
    }
  }

  /** The trace of a search that has ended. */
  public static SearchTrace of(SimulatedTraining training, Incumbents incumbents) {
    return new SearchTrace(training.evaluations(), incumbents.trajectory());
  }

  /** The cell that the search returns. */
  public Cell found() {
    return result().cell();
  }

  /** The evaluation by which the returned cell was chosen. */
  public Evaluation result() {
    return incumbents.get(incumbents.size() - 1);
  }

  /** Simulated seconds after the last training. */
  public double clock() {
    return evaluations.get(evaluations.size() - 1).clock();
  }
}
