package org.dartboard.search.supernet.method;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;

/** How cells are read off numbers by edge and operation. */
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

  /**
   * The cells with the largest products of these probabilities, the largest first.
   *
   * @param count how many, or more than there are for all
   */
  static List<Cell> mostProbable(double[] probabilities, int count) {
    double[] logarithms = Arrays.stream(probabilities).map(Math::log).toArray();
    return IntStream.range(0, Cell.COUNT)
        .mapToObj(Cell::new)
        .sorted(Comparator.comparingDouble(cell -> -total(logarithms, cell)))
        .limit(count)
        .toList();
  }

  private static double total(double[] byEdgeAndOperation, Cell cell) {
    double total = 0;
    for (Edge edge : Edge.all()) {
      total += byEdgeAndOperation[edge.ordinal() * Operation.COUNT + cell.operation(edge).code()];
    }
    return total;
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
