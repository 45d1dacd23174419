package org.dartboard.search.supernet.method;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;

/** How a cell is read off, or drawn from, numbers by edge and operation. */
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

  /** A cell drawn edge by edge with these probabilities. */
  static Cell draw(double[] probabilities, UniformRandomProvider random) {
    Operation[] operations = new Operation[Edge.COUNT];
    for (int edge = 0; edge < Edge.COUNT; edge++) {
      int first = edge * Operation.COUNT;
      operations[edge] =
          Operation.ofCode(
              position(Arrays.copyOfRange(probabilities, first, first + Operation.COUNT), random));
    }
    return Cell.of(operations);
  }

  /** A position drawn with these probabilities. */
  static int position(double[] probabilities, UniformRandomProvider random) {
    double left = random.nextDouble();
    int position = 0;
    while (position < probabilities.length - 1 && left >= probabilities[position]) {
      left -= probabilities[position];
      position++;
    }
    return position;
  }
}
