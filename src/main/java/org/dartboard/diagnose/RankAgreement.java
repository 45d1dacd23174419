package org.dartboard.diagnose;

import java.util.OptionalDouble;
import org.dartboard.statistics.Correlation;

/**
 * How well scores of cells, given by a supernet, rank their accuracies after training alone.
 *
 * @param kendall tau-b; empty where all scores or all accuracies are equal
 * @param spearman likewise
 */
public record RankAgreement(OptionalDouble kendall, OptionalDouble spearman) {
  /**
   * The agreement of scores with accuracies.
   *
   * @param scores one for each cell, higher for what the supernet thinks better
   * @param accuracies of the same cells in the same order
   */
  public static RankAgreement of(double[] scores, double[] accuracies) {
    return new RankAgreement(
        Correlation.kendall(scores, accuracies), Correlation.spearman(scores, accuracies));
  }
}
