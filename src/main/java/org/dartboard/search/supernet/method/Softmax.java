package org.dartboard.search.supernet.method;

import org.dartboard.space.Edge;
import org.dartboard.space.Operation;

/** Softmax over groups of an array, and the gradient through it. */
final class Softmax {
  private Softmax() {}

  /**
   * The softmax of each group.
   *
   * @param logits of all groups; minus infinity gives probability 0
   * @param groups the group of each logit, each group in one piece
   */
  static double[] of(double[] logits, int[] groups) {
    double[] probabilities = new double[logits.length];
    for (int start = 0; start < logits.length; ) {
      int end = end(groups, start);
      double highest = Double.NEGATIVE_INFINITY;
      for (int i = start; i < end; i++) {
        highest = Math.max(highest, logits[i]);
      }
      double total = 0;
      for (int i = start; i < end; i++) {
        probabilities[i] = Math.exp(logits[i] - highest);
        total += probabilities[i];
      }
      for (int i = start; i < end; i++) {
        probabilities[i] /= total;
      }
      start = end;
    }
    return probabilities;
  }

  /** dL/dlogit = p (dL/dp - sum of p dL/dp over the group). */
  static double[] backward(double[] probabilities, double[] gradient, int[] groups) {
    double[] back = new double[probabilities.length];
    for (int start = 0; start < back.length; ) {
      int end = end(groups, start);
      double mean = 0;
      for (int i = start; i < end; i++) {
        mean += probabilities[i] * gradient[i];
      }
      for (int i = start; i < end; i++) {
        back[i] = probabilities[i] * (gradient[i] - mean);
      }
      start = end;
    }
    return back;
  }

  /** alpha's groups: the operations of an edge. */
  static int[] byEdge() {
    int[] groups = new int[Edge.COUNT * Operation.COUNT];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = i / Operation.COUNT;
    }
    return groups;
  }

  /** beta's groups: the edges into a node. */
  static int[] byNode() {
    return Edge.all().stream().mapToInt(Edge::target).toArray();
  }

  private static int end(int[] groups, int start) {
    int end = start + 1;
    while (end < groups.length && groups[end] == groups[start]) {
      end++;
    }
    return end;
  }
}
