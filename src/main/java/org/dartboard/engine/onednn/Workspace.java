package org.dartboard.engine.onednn;

import org.jspecify.annotations.Nullable;

/**
 * Tensors that all cells of a stage share, because no cell needs them for long.
 *
 * <p>Cells take turns with the gradients: that of a cell's input is that of the cell before it.
 */
final class Workspace {
  final Shape shape;
  final Sum sum;
  final Products products;

  /** Gradient of a convolution's output. */
  final Tensor convolutionGradient;

  /** What average pooling's gradient is computed from. */
  final Tensor poolGradient;

  /** Output of an edge's operations where only a part of the channels goes through them. */
  final Tensor mixed;

  /** Gradient of {@link #mixed}. */
  final Tensor mixedGradient;

  /** Gradient of the channels that go through an edge's operations. */
  final Tensor selectedGradient;

  /** Free for use, of the shape of nodes. */
  final Tensor nodeScratch;

  /** Inner products of the shape of nodes. */
  final Products nodeProducts;

  private final Kernels kernels;
  private final Shape nodes;
  private @Nullable AttentionWorkspace attention;
  private final Tensor[] nodeGradients;
  private final Tensor[] cellGradients;

  /**
   * @param shape of the tensors that operations see
   * @param nodes of the tensors between operations
   */
  Workspace(Kernels kernels, Shape shape, Shape nodes) {
    this.kernels = kernels;
    this.nodes = nodes;
    this.shape = shape;
    OneDnn onednn = kernels.onednn();
    sum = new Sum(kernels, shape);
    convolutionGradient = onednn.images(shape);
    poolGradient = onednn.images(shape);
    boolean partial = shape.channels() < nodes.channels();
    // With all channels these are the nodes and their gradients themselves.
    mixed = partial ? onednn.images(shape) : poolGradient;
    mixedGradient = partial ? onednn.images(shape) : poolGradient;
    selectedGradient = partial ? onednn.images(shape) : poolGradient;
    products = new Products(kernels, shape, onednn.images(shape));
    nodeScratch = partial ? onednn.images(nodes) : poolGradient;
    nodeProducts = partial ? new Products(kernels, nodes, onednn.images(nodes)) : products;
    nodeGradients = new Tensor[] {onednn.images(nodes), onednn.images(nodes)};
    cellGradients = new Tensor[] {onednn.images(nodes), onednn.images(nodes)};
  }

  /** What channel attention needs, made when first asked for. */
  AttentionWorkspace attention() {
    AttentionWorkspace made = attention;
    if (made == null) {
      made = new AttentionWorkspace(kernels, nodes);
      attention = made;
    }
    return made;
  }

  /** Gradient of node 1 or 2 of the cell at hand. */
  Tensor nodeGradient(int node) {
    return nodeGradients[node - 1];
  }

  /**
   * Gradient at a boundary of the stage's cells.
   *
   * @param boundary 0 is the input of the first cell, 1 its output, and so on
   */
  Tensor boundaryGradient(int boundary) {
    return cellGradients[boundary % 2];
  }
}
