package org.dartboard.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the benchmark's architecture strings and says all that is wrong with a bad one. */
final class ArchitectureString {
  private static final String FORM =
      "|op~0|+|op~0|op~1|+|op~0|op~1|op~2|, where op is one of " + Operation.labels();

  private final String text;
  private final List<String> defects = new ArrayList<>();
  private final Operation[] operations = new Operation[Edge.COUNT];

  private ArchitectureString(String text) {
    this.text = text;
  }

  static Cell parse(String text) {
    return new ArchitectureString(text).parse();
  }

  private Cell parse() {
    String[] nodes = text.strip().split("\\+", -1);
    if (nodes.length != Edge.OUTPUT_NODE) {
      defects.add("it has " + nodes.length + " nodes separated by '+', not " + Edge.OUTPUT_NODE);
    }
    for (int node = 1; node <= Math.min(nodes.length, Edge.OUTPUT_NODE); node++) {
      parseNode(node, nodes[node - 1]);
    }
    if (!defects.isEmpty()) {
      throw new CellSyntaxException(
          "architecture '"
              + text
              + "' cannot be read: "
              + String.join("; ", defects)
              + ". Expected the form "
              + FORM);
    }
    return Cell.of(operations);
  }

  private void parseNode(int node, String part) {
    if (part.length() < 2 || !part.startsWith("|") || !part.endsWith("|")) {
      defects.add("node " + node + ", '" + part + "', does not stand between two '|'");
      return;
    }
    List<Edge> edges = Edge.into(node);
    String[] inputs = part.substring(1, part.length() - 1).split("\\|", -1);
    if (inputs.length != edges.size()) {
      defects.add("node " + node + " has " + inputs.length + " inputs, not " + edges.size());
      return;
    }
    for (int position = 0; position < inputs.length; position++) {
      parseInput(edges.get(position), inputs[position]);
    }
  }

  private void parseInput(Edge edge, String input) {
    String suffix = "~" + edge.source();
    if (!input.endsWith(suffix)) {
      defects.add(
          "input '" + input + "' of node " + edge.target() + " does not end in '" + suffix + "'");
      return;
    }
    String label = input.substring(0, input.length() - suffix.length());
    Optional<Operation> operation = Operation.ofLabel(label);
    if (operation.isEmpty()) {
      defects.add("node " + edge.target() + " has the unknown operation '" + label + "'");
      return;
    }
    operations[edge.ordinal()] = operation.get();
  }
}
