package org.dartboard.space;

import java.util.Arrays;
import java.util.List;

/**
 * One of the six edges of a NAS-Bench-201 cell, from a lower node to a higher one.
 *
 * <p>Node 0 is the cell's input, node 3 its output. The order is that of architecture strings: by
 * target node, then by source node.
 */
public enum Edge {
  FROM_0_TO_1(0, 1),
  FROM_0_TO_2(0, 2),
  FROM_1_TO_2(1, 2),
  FROM_0_TO_3(0, 3),
  FROM_1_TO_3(1, 3),
  FROM_2_TO_3(2, 3);

  /** How many edges a cell has. */
  public static final int COUNT = 6;

  /** The cell's output node; nodes count from 0, the input. */
  public static final int OUTPUT_NODE = 3;

  private static final List<Edge> IN_ORDER = List.of(values());
  private static final List<List<Edge>> INTO =
      List.of(into(IN_ORDER, 0), into(IN_ORDER, 1), into(IN_ORDER, 2), into(IN_ORDER, 3));

  private final int source;
  private final int target;

  Edge(int source, int target) {
    this.source = source;
    this.target = target;
  }

  /** The node that the edge leaves, 0 to 2. */
  public int source() {
    return source;
  }

  /** The node that the edge enters, 1 to 3. */
  public int target() {
    return target;
  }

  /** The edge at a position 0 to 5 of the order. */
  public static Edge at(int position) {
    return IN_ORDER.get(position);
  }

  /** All six edges in order. */
  public static List<Edge> all() {
    return IN_ORDER;
  }

  /** The edges that enter a node 0 to 3, lowest source first. */
  public static List<Edge> into(int node) {
    return INTO.get(node);
  }

  private static List<Edge> into(List<Edge> edges, int node) {
    return Arrays.stream(edges.toArray(Edge[]::new)).filter(edge -> edge.target == node).toList();
  }
}
