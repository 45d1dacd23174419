package org.dartboard.engine.nd4j;

import java.util.Map;
import org.dartboard.space.Edge;

/** A cell whose operations see all channels. */
final class FullCell extends CellLayer {
  private final Source source;
  private final Map<Edge, MixedOperation> operations;

  FullCell(Network.Parts parts, StageMemory stage, int cell, Feature before, Feature behind) {
    super(parts, stage, before, behind);
    source = stage.source();
    operations = operations(parts, stage, cell);
  }

  @Override
  void forwardFrom(Call call, int node) {
    source.load(value(node), needs(call, node));
    operations.forEach(
        (edge, operation) -> {
          if (edge.source() == node) {
            operation.forward(call, source, value(edge.target()));
          }
        });
  }

  @Override
  void backwardFrom(Call call, int node, boolean needed) {
    source.reload(call, value(node), needs(call, node));
    source.startGradient();
    operations.forEach(
        (edge, operation) -> {
          if (edge.source() == node && !operation.isOff(call)) {
            operation.backward(call, source, gradient(edge.target()), gradient(node), needed);
          }
        });
    if (needed) {
      source.finishGradient(gradient(node));
    }
  }

  /** What any of the edges that leave a node needs. */
  private Source.Needs needs(Call call, int node) {
    Source.Needs needs = Source.Needs.NOTHING;
    for (Map.Entry<Edge, MixedOperation> each : operations.entrySet()) {
      if (each.getKey().source() == node) {
        needs = needs.and(each.getValue().needs(call));
      }
    }
    return needs;
  }
}
