package org.dartboard.workload;

import java.util.Arrays;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;

/**
 * Architecture parameters alpha of [edge][operation] that all cells share, and softmax between them
 * and the operation weights p.
 */
final class SharedAlpha {
  static final int LENGTH = Edge.COUNT * Operation.COUNT;

  private SharedAlpha() {}

  /** Writes p of every cell: softmax of alpha over the operations of each edge. */
  static void weights(SupernetSpec spec, double[] alpha, double[] into) {
    for (int first = 0; first < LENGTH; first += Operation.COUNT) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int i = first; i < first + Operation.COUNT; i++) {
        largest = Math.max(largest, alpha[i]);
      }
      double sum = 0;
      for (int i = first; i < first + Operation.COUNT; i++) {
        into[i] = Math.exp(alpha[i] - largest);
        sum += into[i];
      }
      for (int i = first; i < first + Operation.COUNT; i++) {
        into[i] /= sum;
      }
    }
    for (int cell = 1; cell < spec.cells(); cell++) {
      System.arraycopy(into, 0, into, cell * LENGTH, LENGTH);
    }
  }

  /** Writes dL/dalpha: the sum of dL/dp over the cells, times the Jacobian of softmax. */
  static void gradient(SupernetSpec spec, double[] p, double[] operationGradient, double[] into) {
    Arrays.fill(into, 0);
    for (int i = 0; i < spec.operationWeights(); i++) {
      into[i % LENGTH] += operationGradient[i];
    }
    for (int first = 0; first < LENGTH; first += Operation.COUNT) {
      double mean = 0;
      for (int i = first; i < first + Operation.COUNT; i++) {
        mean += p[i] * into[i];
      }
      for (int i = first; i < first + Operation.COUNT; i++) {
        into[i] = p[i] * (into[i] - mean);
      }
    }
  }
}
