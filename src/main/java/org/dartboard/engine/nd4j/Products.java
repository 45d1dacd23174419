package org.dartboard.engine.nd4j;

import java.util.Arrays;

/**
 * Gathers dL/dp and dL/dq from inner products.
 *
 * <p>With D the product of the gradient of an edge's output, before q, and an operation's output,
 * dL/dp = q D, and dL/dq is the sum of p D over what the edge carries.
 */
final class Products {
  private final double[] operations;
  private final double[] edges;

  Products(int operationWeights, int edgeWeights) {
    operations = new double[operationWeights];
    edges = new double[edgeWeights];
  }

  void clear() {
    Arrays.fill(operations, 0);
    Arrays.fill(edges, 0);
  }

  /** What an operation has: its weight, its edge's, and its product. */
  void operation(int operationIndex, double p, int edgeIndex, double q, double product) {
    operations[operationIndex] = q * product;
    edges[edgeIndex] += p * product;
  }

  /** What an edge carries beside its operations, weighted already. */
  void edge(int edgeIndex, double product) {
    edges[edgeIndex] += product;
  }

  void copyOperations(double[] into) {
    System.arraycopy(operations, 0, into, 0, operations.length);
  }

  void copyEdges(double[] into) {
    System.arraycopy(edges, 0, into, 0, edges.length);
  }
}
