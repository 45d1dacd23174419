package org.dartboard.search.method;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;

/** Random draws of cells. */
final class RandomCells {
  private RandomCells() {}

  /** A cell whose six operations are drawn uniformly and independently. */
  static Cell uniform(UniformRandomProvider random) {
    return new Cell(random.nextInt(Cell.COUNT));
  }

  /**
   * The parent with one edge's operation changed to another.
   *
   * <p>The benchmark's script draws the target node first, then one of the edges into it, so that
   * the only edge into node 1 changes with probability 1/3, each of the two into node 2 with 1/6,
   * each of the three into node 3 with 1/9. The new operation is one of the four others, uniformly.
   */
  static Cell mutate(Cell parent, UniformRandomProvider random) {
    List<Edge> edges = Edge.into(1 + random.nextInt(Edge.OUTPUT_NODE));
    Edge edge = edges.get(random.nextInt(edges.size()));
    int step = 1 + random.nextInt(Operation.COUNT - 1);
    int code = (parent.operation(edge).code() + step) % Operation.COUNT;
    return parent.with(edge, Operation.ofCode(code));
  }
}
