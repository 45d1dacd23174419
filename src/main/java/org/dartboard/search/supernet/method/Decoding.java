package org.dartboard.search.supernet.method;

import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;

/** How a cell is read off numbers by edge and operation. */
final class Decoding {
  private Decoding() {}

  /** The operation with the largest number on each edge, {@code none} included; first of equals. */
  static Cell largest(double[] byEdgeAndOperation) {
    Operation[] operations = new Operation[Edge.COUNT];
    for (int edge = 0; edge < Edge.COUNT; edge++) {
      int best = 0;
      for (int code = 1; code < Operation.COUNT; code++) {
        int first = edge * Operation.COUNT;
        best = byEdgeAndOperation[first + code] > byEdgeAndOperation[first + best] ? code : best;
      }
      operations[edge] = Operation.ofCode(best);
    }
    return Cell.of(operations);
  }
}
