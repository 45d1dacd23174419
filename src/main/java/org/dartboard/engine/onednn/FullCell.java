package org.dartboard.engine.onednn;

import java.util.ArrayList;
import java.util.List;
import org.dartboard.space.Edge;

/**
 * A cell of a supernet that sends all channels through its operations.
 *
 * <p>Batch norm needs a whole batch before anything can be computed from its results. Between those
 * points all work is done tile by tile, so that it stays in the caches.
 */
final class FullCell implements CellPlan {
  private final int tiles;
  private final Tensor output;
  private final List<NodeSum> sums = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();
  private final List<MixedOperation> edges = new ArrayList<>();
  private final List<List<MixedOperation>> leaving = new ArrayList<>();

  /**
   * @param cell number in the network
   * @param inStage number in its stage
   * @param input node 0
   */
  FullCell(
      Kernels kernels, Network network, Workspace workspace, int cell, int inStage, Tensor input) {
    tiles = workspace.tiling.count();
    output = kernels.onednn().images(workspace.shape);
    Tensor[] gradients = {
      workspace.boundaryGradient(inStage),
      workspace.nodeGradient(1),
      workspace.nodeGradient(2),
      workspace.boundaryGradient(inStage + 1)
    };
    List<Tiles> nodeGradients = new ArrayList<>();
    for (int node = 0; node <= Edge.OUTPUT_NODE; node++) {
      Tiles value = workspace.tiles(value(kernels, workspace, node, input));
      nodeGradients.add(workspace.tiles(gradients[node]));
      sums.add(new NodeSum(kernels, workspace.tile, value));
      if (node < Edge.OUTPUT_NODE) {
        sources.add(new Source(kernels, workspace, value, nodeGradients.get(node)));
        leaving.add(new ArrayList<>());
      }
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
              sums.get(edge.target()),
              nodeGradients.get(edge.target()));
      edges.add(mixed);
      leaving.get(edge.source()).add(mixed);
    }
  }

  private Tensor value(Kernels kernels, Workspace workspace, int node, Tensor input) {
    if (node == 0) {
      return input;
    }
    return node == Edge.OUTPUT_NODE ? output : kernels.onednn().images(workspace.shape);
  }

  @Override
  public Tensor output() {
    return output;
  }

  @Override
  public void forward(Call call) {
    for (int i = 0; i < edges.size(); i++) {
      edges.get(i).begin(call);
    }
    for (int node = 0; node < sums.size(); node++) {
      sums.get(node).clear();
    }
    for (int node = 0; node < sums.size(); node++) {
      sums.get(node).loadNumbers();
      for (int tile = 0; tile < tiles; tile++) {
        if (node > 0) {
          sum(call, node, tile);
        }
        if (node < Edge.OUTPUT_NODE) {
          sources.get(node).convolve(call, leaving.get(node), tile);
        }
      }
      for (int i = 0; node < Edge.OUTPUT_NODE && i < leaving.get(node).size(); i++) {
        leaving.get(node).get(i).finishStatistics(call);
      }
    }
  }

  private void sum(Call call, int node, int tile) {
    NodeSum sum = sums.get(node);
    sum.begin();
    for (int i = 0; i < edges.size(); i++) {
      Edge edge = Edge.at(i);
      if (edge.target() == node) {
        sources.get(edge.source()).add(call, edges.get(i), tile);
      }
    }
    sum.finish(tile);
  }

  @Override
  public void backward(Call call, boolean wanted) {
    for (int node = Edge.OUTPUT_NODE; node >= 0; node--) {
      boolean needed = wanted || node > 0;
      for (int tile = 0; tile < tiles; tile++) {
        if (node < Edge.OUTPUT_NODE) {
          sources.get(node).backward(call, leaving.get(node), tile, needed);
        }
        gradientStatistics(call, node, tile);
      }
      for (int i = 0; i < edges.size(); i++) {
        Edge edge = Edge.at(i);
        if (edge.target() == node) {
          edges.get(i).finishGradientStatistics(call, wanted || edge.source() > 0);
        }
        if (edge.source() == node && call.wantsProducts()) {
          edges.get(i).finishProducts(call);
        }
      }
    }
  }

  private void gradientStatistics(Call call, int node, int tile) {
    for (int i = 0; i < edges.size(); i++) {
      Edge edge = Edge.at(i);
      if (edge.target() == node) {
        edges.get(i).gradientStatistics(call, tile);
      }
    }
  }
}
