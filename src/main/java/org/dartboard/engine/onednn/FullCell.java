package org.dartboard.engine.onednn;

import java.util.ArrayList;
import java.util.List;
import org.dartboard.space.Edge;

/** A cell of a supernet that sends all channels through its operations. */
final class FullCell implements CellPlan {
  private final Workspace workspace;
  private final Tensor[] nodes = new Tensor[Edge.OUTPUT_NODE + 1];
  private final List<Source> sources = new ArrayList<>();
  private final List<List<MixedOperation>> leaving = new ArrayList<>();
  private final List<List<MixedOperation>> entering = new ArrayList<>();

  /**
   * @param cell number in the network
   * @param inStage number in its stage
   * @param input node 0
   */
  FullCell(
      Kernels kernels, Network network, Workspace workspace, int cell, int inStage, Tensor input) {
    this.workspace = workspace;
    nodes[0] = input;
    Tensor[] gradients = new Tensor[nodes.length];
    gradients[0] = workspace.boundaryGradient(inStage);
    gradients[Edge.OUTPUT_NODE] = workspace.boundaryGradient(inStage + 1);
    for (int node = 1; node < nodes.length; node++) {
      nodes[node] = kernels.onednn().images(workspace.shape);
      if (node < Edge.OUTPUT_NODE) {
        gradients[node] = workspace.nodeGradient(node);
      }
    }
    for (int node = 0; node < nodes.length; node++) {
      entering.add(new ArrayList<>());
    }
    for (int node = 0; node < Edge.OUTPUT_NODE; node++) {
      sources.add(new Source(kernels, workspace, nodes[node], gradients[node]));
      leaving.add(new ArrayList<>());
    }
    for (Edge edge : Edge.all()) {
      MixedOperation mixed =
          new MixedOperation(
              kernels,
              network,
              workspace,
              cell,
              edge,
              sources.get(edge.source()),
              gradients[edge.target()]);
      leaving.get(edge.source()).add(mixed);
      entering.get(edge.target()).add(mixed);
    }
  }

  @Override
  public Tensor output() {
    return nodes[Edge.OUTPUT_NODE];
  }

  @Override
  public void forward(Call call) {
    for (int node = 0; node < nodes.length; node++) {
      if (node > 0) {
        sum(call, node);
      }
      if (node < Edge.OUTPUT_NODE) {
        sources.get(node).forward(call, leaving.get(node));
      }
    }
  }

  private void sum(Call call, int node) {
    List<MixedOperation> edges = entering.get(node);
    workspace.sum.begin(nodes[node], false);
    for (int i = 0; i < edges.size(); i++) {
      edges.get(i).forward(call, workspace.sum);
    }
    workspace.sum.finish();
    for (int i = 0; i < edges.size(); i++) {
      edges.get(i).addConstants(call, nodes[node]);
    }
  }

  @Override
  public void backward(Call call, boolean wanted) {
    for (int node = Edge.OUTPUT_NODE - 1; node >= 0; node--) {
      sources.get(node).backward(call, leaving.get(node), wanted || node > 0);
    }
  }
}
