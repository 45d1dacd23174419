package org.dartboard.diagnose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;

/**
 * How decided one edge's operation weights are.
 *
 * @param entropy of the weights divided by their sum, in nats: 0 for one operation alone, log 5 for
 *     five alike
 * @param margin the largest weight minus the second largest, of the same shares, 0 to 1
 */
public record EdgeDecision(double entropy, double margin) {
  /**
   * An edge's decision.
   *
   * @param weights of its operations, two or more, none negative and not all 0
   */
  public static EdgeDecision of(double... weights) {
    double sum = 0;
    for (double weight : weights) {
      if (!(weight >= 0 && Double.isFinite(weight))) {
        throw new IllegalArgumentException("operation weight " + weight + " is not 0 or more");
      }
      sum += weight;
    }
    if (weights.length < 2 || sum == 0) {
      throw new IllegalArgumentException(
          "operation weights " + Arrays.toString(weights) + " are not two or more, some positive");
    }
    double entropy = 0;
    for (double weight : weights) {
      double share = weight / sum;
      entropy -= share == 0 ? 0 : share * Math.log(share);
    }
    double[] ascending = weights.clone();
    Arrays.sort(ascending);
    double margin = ascending[weights.length - 1] - ascending[weights.length - 2];
    return new EdgeDecision(Math.max(0, entropy), margin / sum);
  }

  /**
   * Whether {@link #ofAll} takes the numbers: 30, finite, none negative, some positive on each
   * edge.
   */
  public static boolean areWeights(double[] operationWeights) {
    boolean valid = operationWeights.length == Edge.COUNT * Operation.COUNT;
    for (int first = 0; valid && first < operationWeights.length; first += Operation.COUNT) {
      double sum = 0;
      for (int i = first; i < first + Operation.COUNT; i++) {
        valid &= operationWeights[i] >= 0;
        sum += operationWeights[i];
      }
      valid &= sum > 0 && Double.isFinite(sum);
    }
    return valid;
  }

  /**
   * The decisions of all six edges.
   *
   * @param operationWeights by [edge][operation], 30 numbers
   */
  public static List<EdgeDecision> ofAll(double[] operationWeights) {
    if (operationWeights.length != Edge.COUNT * Operation.COUNT) {
      throw new IllegalArgumentException(
          operationWeights.length + " operation weights are not 6 x 5");
    }
    List<EdgeDecision> decisions = new ArrayList<>();
    for (int first = 0; first < operationWeights.length; first += Operation.COUNT) {
      decisions.add(of(Arrays.copyOfRange(operationWeights, first, first + Operation.COUNT)));
    }
    return decisions;
  }
}
