package org.dartboard.engine.nd4j;

import java.util.EnumMap;
import java.util.Map;
import org.dartboard.space.Edge;

/**
 * What the cells of both kinds have in common: four nodes, of which the first is the cell's input.
 *
 * <p>The gradients of the two inner nodes are the stage's, since only one cell at a time runs back.
 */
abstract class CellLayer implements Layer {
  private final Pixels[] values;
  private final Pixels[] gradients;

  CellLayer(Network.Parts parts, StageMemory stage, Feature before, Feature behind) {
    values =
        new Pixels[] {before.value(), sameAs(before, parts), sameAs(before, parts), behind.value()};
    gradients =
        new Pixels[] {
          before.gradient(),
          stage.firstNodeGradient(),
          stage.secondNodeGradient(),
          behind.gradient()
        };
  }

  private static Pixels sameAs(Feature feature, Network.Parts parts) {
    Pixels like = feature.value();
    return Pixels.allocate(parts.memory(), like.count(), like.side(), like.channels());
  }

  /** A mixed operation for each edge. */
  static Map<Edge, MixedOperation> operations(Network.Parts parts, StageMemory stage, int cell) {
    Map<Edge, MixedOperation> operations = new EnumMap<>(Edge.class);
    for (Edge edge : Edge.all()) {
      operations.put(edge, new MixedOperation(parts, stage, cell, edge));
    }
    return operations;
  }

  final Pixels value(int node) {
    return values[node];
  }

  final Pixels gradient(int node) {
    return gradients[node];
  }

  @Override
  public final void forward(Call call) {
    for (int node = 1; node <= Edge.OUTPUT_NODE; node++) {
      value(node).clear();
    }
    for (int node = 0; node < Edge.OUTPUT_NODE; node++) {
      forwardFrom(call, node);
    }
  }

  @Override
  public final void backward(Call call, boolean needsInput) {
    for (int node = Edge.OUTPUT_NODE - 1; node >= 0; node--) {
      boolean needed = node > 0 || needsInput;
      if (needed) {
        gradient(node).clear();
      }
      backwardFrom(call, node, needed);
    }
  }

  /** Adds what the edges that leave a node carry to the nodes where they end. */
  abstract void forwardFrom(Call call, int node);

  /** Adds to the node's gradient, if that is needed, what comes back over the edges. */
  abstract void backwardFrom(Call call, int node, boolean needed);
}
