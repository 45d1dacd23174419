package org.dartboard.search;

import java.util.ArrayList;
import java.util.List;

/**
 * What a search on the table may spend, and how its rewards and costs are made.
 *
 * <p>The benchmark's authors gave each search 12,000 simulated seconds, in which a cell costs its
 * 12 epochs of training on cifar10-valid and one pass over the validation half, and drew one of the
 * two stored 12-epoch seeds at random on each query (Dong and Yang, ICLR 2020, section 5). The
 * table at hand has the mean of the two seeds and no evaluation time; {@link #ADAPTATION} says so
 * in words. {@code rewardNoise} and {@code evaluationShare} put both back to measure what the
 * difference is worth.
 *
 * @param budgetSeconds what may be spent, in simulated seconds; finite, above 0
 * @param rewardNoise standard deviation, in percentage points, of a Gaussian that is drawn anew for
 *     each evaluation and added to its reward; 0 adds nothing
 * @param evaluationShare evaluation time as a share of training time, added to each cell's cost
 */
public record SearchProtocol(double budgetSeconds, double rewardNoise, double evaluationShare) {

  /** The benchmark's budget, in simulated seconds. */
  public static final double BENCHMARK_BUDGET_SECONDS = 12_000;

  /** How searches here differ from the benchmark authors', for whoever shows their results. */
  public static final String ADAPTATION =
      "Adapted from the benchmark's protocol: the authors drew one of the two 12-epoch seeds at"
          + " random for each evaluation and counted one pass over the validation half as time;"
          + " here the reward is the mean of both seeds and evaluation costs no time.";

  public SearchProtocol {
    List<String> defects = new ArrayList<>();
    if (!Double.isFinite(budgetSeconds) || budgetSeconds <= 0) {
      defects.add("budgetSeconds is " + budgetSeconds + ", not a finite number above 0");
    }
    if (!Double.isFinite(rewardNoise) || rewardNoise < 0) {
      defects.add("rewardNoise is " + rewardNoise + ", not a finite number of 0 or more");
    }
    if (!Double.isFinite(evaluationShare) || evaluationShare < 0) {
      defects.add("evaluationShare is " + evaluationShare + ", not a finite number of 0 or more");
    }
    if (!defects.isEmpty()) {
      throw new IllegalArgumentException("search protocol: " + String.join("; ", defects));
    }
  }

  /** The benchmark's budget with the table's own rewards and costs. */
  public static SearchProtocol benchmark() {
    return new SearchProtocol(BENCHMARK_BUDGET_SECONDS, 0, 0);
  }

  /** The same protocol with another standard deviation of the reward. */
  public SearchProtocol withRewardNoise(double percentagePoints) {
    return new SearchProtocol(budgetSeconds, percentagePoints, evaluationShare);
  }

  /** The same protocol with another share of evaluation time. */
  public SearchProtocol withEvaluationShare(double share) {
    return new SearchProtocol(budgetSeconds, rewardNoise, share);
  }
}
