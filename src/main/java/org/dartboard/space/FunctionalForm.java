package org.dartboard.space;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The function that a cell computes, up to the names of its weights.
 *
 * <p>Goes beyond {@link CanonicalForm}: zero terms vanish, every operation of zero is zero, and a
 * skip adds the terms of its source to the sum. Sums stay multisets, since x + x is not x. This
 * leaves 4,930 classes, so 1,536 of the benchmark's 6,466 "unique" cells compute the same function
 * as another one.
 *
 * @param expression the output node as a sum, such as {@code nor_conv_3x3(x)+x+x}, where {@code x}
 *     is the cell's input; {@code 0} if the cell passes nothing on
 */
public record FunctionalForm(String expression) {
  private static final String INPUT = "x";
  private static final String ZERO = "0";

  /** The functional form of a cell. */
  public static FunctionalForm of(Cell cell) {
    List<List<String>> nodes = new ArrayList<>();
    nodes.add(List.of(INPUT));
    for (int node = 1; node <= Edge.OUTPUT_NODE; node++) {
      nodes.add(terms(cell, node, nodes));
    }
    List<String> output = nodes.get(Edge.OUTPUT_NODE);
    return new FunctionalForm(output.isEmpty() ? ZERO : String.join("+", output));
  }

  private static List<String> terms(Cell cell, int node, List<List<String>> nodes) {
    List<String> terms = new ArrayList<>();
    for (Edge edge : Edge.into(node)) {
      Operation operation = cell.operation(edge);
      List<String> source = nodes.get(edge.source());
      if (operation == Operation.NONE || source.isEmpty()) {
        continue;
      }
      if (operation == Operation.SKIP_CONNECT) {
        terms.addAll(source);
      } else {
        terms.add(operation.label() + "(" + String.join("+", source) + ")");
      }
    }
    Collections.sort(terms);
    return terms;
  }
}
