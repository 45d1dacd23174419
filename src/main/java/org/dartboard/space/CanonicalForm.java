package org.dartboard.space;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the benchmark's authors take a cell for when they count isomorphic cells as one.
 *
 * <p>Two cells are isomorphic in the sense of NAS-Bench-201 (Dong and Yang, ICLR 2020, section 2)
 * exactly if their forms are equal: 6,466 classes. A node is the sum of what its edges bring, in
 * any order. An edge brings nothing if it is zero or leaves a node that is nothing; a skip brings
 * its source as it is; any other operation is applied to its source. Nothing stays a term of the
 * sum, so that cells may differ here and still compute the same; {@link FunctionalForm} goes
 * further.
 *
 * @param expression the output node as a sum, such as {@code #+(0)@nor_conv_3x3+0}, where {@code 0}
 *     is the cell's input and {@code #} is nothing
 */
public record CanonicalForm(String expression) {
  private static final String INPUT = "0";
  private static final String NOTHING = "#";

  /** The canonical form of a cell. */
  public static CanonicalForm of(Cell cell) {
    String[] nodes = new String[Edge.OUTPUT_NODE + 1];
    nodes[0] = INPUT;
    for (int node = 1; node <= Edge.OUTPUT_NODE; node++) {
      nodes[node] = sum(cell, Edge.into(node), nodes);
    }
    return new CanonicalForm(nodes[Edge.OUTPUT_NODE]);
  }

  private static String sum(Cell cell, List<Edge> edges, String[] nodes) {
    return edges.stream()
        .map(edge -> term(cell.operation(edge), nodes[edge.source()]))
        .sorted()
        .collect(Collectors.joining("+"));
  }

  private static String term(Operation operation, String source) {
    if (operation == Operation.NONE || source.equals(NOTHING)) {
      return NOTHING;
    }
    if (operation == Operation.SKIP_CONNECT) {
      return source;
    }
    return "(" + source + ")@" + operation.label();
  }
}
