package org.dartboard.engine.onednn;

import java.util.ArrayList;
import java.util.List;
import org.dartboard.space.Edge;

/** A cell of a supernet whose edges have channel attention. */
final class AttentionCell implements CellPlan {
  private final Tensor[] nodes = new Tensor[Edge.OUTPUT_NODE + 1];
  private final List<GlobalPools> pools = new ArrayList<>();
  private final List<AttentionEdge> edges = new ArrayList<>();

  /**
   * @param shape of the nodes
   * @param cell number in the network
   * @param inStage number in its stage
   * @param input node 0
   */
  AttentionCell(
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
    for (int node = 0; node < Edge.OUTPUT_NODE; node++) {
      pools.add(
          new GlobalPools(kernels, workspace.attention().sum, shape, nodes[node], gradients[node]));
    }
    for (Edge edge : Edge.all()) {
      PartialEdge.Ends ends =
          new PartialEdge.Ends(
              nodes[edge.source()],
              nodes[edge.target()],
              gradients[edge.source()],
              gradients[edge.target()]);
      edges.add(
          new AttentionEdge(
              kernels, network, workspace, shape, cell, edge, ends, pools.get(edge.source())));
    }
  }

  @Override
  public Tensor output() {
    return nodes[Edge.OUTPUT_NODE];
  }

  @Override
  public void forward(Call call) {
    for (int node = 0; node < nodes.length; node++) {
      boolean holds = false;
      for (int i = 0; i < edges.size(); i++) {
        if (Edge.at(i).target() == node) {
          edges.get(i).forward(call, holds);
          holds = true;
        }
      }
      if (node < Edge.OUTPUT_NODE) {
        pools.get(node).forward();
      }
    }
  }

  @Override
  public void backward(Call call, boolean wanted) {
    for (int node = Edge.OUTPUT_NODE - 1; node >= 0; node--) {
      boolean needed = wanted || node > 0;
      boolean holds = false;
      for (int i = 0; i < edges.size(); i++) {
        if (Edge.at(i).source() == node) {
          edges.get(i).backward(call, needed, holds);
          holds = true;
        }
      }
      if (needed) {
        pools.get(node).backward();
      }
    }
  }
}
