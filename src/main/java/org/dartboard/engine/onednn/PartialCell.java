package org.dartboard.engine.onednn;

import java.util.ArrayList;
import java.util.List;
import org.dartboard.space.Edge;

/** A cell of a supernet that sends only a part of each edge's channels through its operations. */
final class PartialCell implements CellPlan {
  private final Tensor[] nodes = new Tensor[Edge.OUTPUT_NODE + 1];
  private final List<PartialEdge> edges = new ArrayList<>();

  /**
   * @param shape of the nodes
   * @param cell number in the network
   * @param inStage number in its stage
   * @param input node 0
   */
  PartialCell(
      Kernels kernels,
      Network network,
      Workspace workspace,
      Shape shape,
      int cell,
      int inStage,
      Tensor input) {
    Tensor[] gradients = new Tensor[nodes.length];
    nodes[0] = input;
    gradients[0] = workspace.boundaryGradient(inStage);
    gradients[Edge.OUTPUT_NODE] = workspace.boundaryGradient(inStage + 1);
    for (int node = 1; node < nodes.length; node++) {
      nodes[node] = kernels.onednn().images(shape);
      if (node < Edge.OUTPUT_NODE) {
        gradients[node] = workspace.nodeGradient(node);
      }
    }
    for (Edge edge : Edge.all()) {
      PartialEdge.Ends ends =
          new PartialEdge.Ends(
              nodes[edge.source()],
              nodes[edge.target()],
              gradients[edge.source()],
              gradients[edge.target()]);
      edges.add(new PartialEdge(kernels, network, workspace, shape, cell, edge, ends));
    }
  }

  @Override
  public Tensor output() {
    return nodes[Edge.OUTPUT_NODE];
  }

  @Override
  public void forward(Call call) {
    // The order of the edges is that of their targets, so that every source is complete in time.
    for (int i = 0; i < edges.size(); i++) {
      edges.get(i).forward(call, Edge.at(i).source() > 0);
    }
  }

  @Override
  public void backward(Call call, boolean wanted) {
    for (int node = Edge.OUTPUT_NODE - 1; node >= 0; node--) {
      boolean holds = false;
      for (int i = 0; i < edges.size(); i++) {
        if (Edge.at(i).source() == node) {
          edges.get(i).backward(call, wanted || node > 0, holds);
          holds = true;
        }
      }
    }
  }
}
