package org.dartboard.benchmark.libtorch;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.space.Edge;
import org.jspecify.annotations.Nullable;

/** The forward pass of the supernet, module by module as in the benchmark's own search code. */
final class LibtorchNetwork {
  private final SupernetSpec spec;
  private final int mixedCells;
  private final Layers layers;
  private final List<List<PartialEdge>> cells = new ArrayList<>();

  LibtorchNetwork(SupernetSpec spec, int mixedCells, Parameters parameters) {
    this.spec = spec;
    this.mixedCells = mixedCells;
    this.layers = new Layers(parameters);
    for (int cell = 0; cell < spec.cells(); cell++) {
      List<PartialEdge> edges = new ArrayList<>();
      for (Edge edge : Edge.all()) {
        edges.add(new PartialEdge(spec, layers, cell, edge));
      }
      cells.add(edges);
    }
  }

  /**
   * The logits of a batch.
   *
   * @param weights [edge][operation], shared by all cells; null for a discrete network
   */
  Tensor logits(Tensor images, @Nullable Tensor weights) {
    Tensor x = layers.norm("stem", layers.convolution("stem", images, 3, 1));
    for (int cell = 0; cell < spec.cells(); cell++) {
      if (cell > 0 && cell % spec.cellsPerStage() == 0) {
        x = residualBlock(SupernetLayout.reductionName(spec.stage(cell)), x);
      }
      x = cell < mixedCells ? cell(cells.get(cell), x, weights) : x;
    }
    x = torch.relu(layers.norm("head", x));
    Tensor pooled = torch.adaptive_avg_pool2d(x, 1, 1);
    return layers.linear("classifier", pooled.flatten(1, 3));
  }

  private static Tensor cell(List<PartialEdge> edges, Tensor input, @Nullable Tensor weights) {
    Tensor[] nodes = new Tensor[Edge.OUTPUT_NODE + 1];
    nodes[0] = input;
    for (Edge edge : Edge.all()) {
      Tensor edgeWeights = weights == null ? null : weights.select(0, edge.ordinal());
      Tensor y = edges.get(edge.ordinal()).forward(nodes[edge.source()], edgeWeights);
      nodes[edge.target()] = edge.source() == 0 ? y : nodes[edge.target()].add(y);
    }
    return nodes[Edge.OUTPUT_NODE];
  }

  private Tensor residualBlock(String name, Tensor x) {
    Tensor y = layers.reluConvolutionNorm(name + ".first", x, 3, 2);
    y = layers.reluConvolutionNorm(name + ".second", y, 3, 1);
    return layers.convolution(name + ".shortcut", Layers.halving(x), 1, 1).add(y);
  }
}
