package org.dartboard.engine.nd4j;

import java.util.EnumMap;
import java.util.Map;
import org.dartboard.space.Edge;

/** A cell whose operations see a part of the channels. */
final class PartialCell extends CellLayer {
  private final Map<Edge, PartialEdge> edges = new EnumMap<>(Edge.class);

  /**
   * @param memory what edges of the stage share, beside {@code stage}
   */
  PartialCell(
      Network.Parts parts,
      StageMemory stage,
      PartialMemory memory,
      int cell,
      Feature before,
      Feature behind) {
    super(parts, stage, before, behind);
    operations(parts, stage, cell)
        .forEach(
            (edge, operation) ->
                edges.put(edge, new PartialEdge(parts, stage, memory, cell, edge, operation)));
  }

  @Override
  void forwardFrom(Call call, int node) {
    edges.forEach(
        (edge, partial) -> {
          if (edge.source() == node) {
            partial.forward(call, value(node), value(edge.target()));
          }
        });
  }

  @Override
  void backwardFrom(Call call, int node, boolean needed) {
    edges.forEach(
        (edge, partial) -> {
          if (edge.source() == node) {
            partial.backward(call, value(node), gradient(edge.target()), gradient(node), needed);
          }
        });
  }
}
