package org.dartboard.run;

import java.util.ArrayList;
import java.util.List;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;

/** The columns that a search's log has for each edge and operation, such as alpha_0-1_none. */
final class SearchColumns {
  private SearchColumns() {}

  /** The names for all edges and operations, the operations of an edge together. */
  static List<String> names(String prefix) {
    List<String> names = new ArrayList<>();
    for (Edge edge : Edge.all()) {
      for (Operation operation : Operation.values()) {
        names.add(name(prefix, edge, operation));
      }
    }
    return names;
  }

  static String name(String prefix, Edge edge, Operation operation) {
    return edgeName(prefix, edge) + "_" + operation.label();
  }

  static String edgeName(String prefix, Edge edge) {
    return prefix + edge.source() + "-" + edge.target();
  }

  /** The softmax over the operations of each edge. */
  static double[] softmax(double[] alpha) {
    double[] p = new double[alpha.length];
    for (int first = 0; first < alpha.length; first += Operation.COUNT) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int i = first; i < first + Operation.COUNT; i++) {
        largest = Math.max(largest, alpha[i]);
      }
      double sum = 0;
      for (int i = first; i < first + Operation.COUNT; i++) {
        p[i] = Math.exp(alpha[i] - largest);
        sum += p[i];
      }
      for (int i = first; i < first + Operation.COUNT; i++) {
        p[i] /= sum;
      }
    }
    return p;
  }
}
