package org.dartboard.engine.onednn;

import org.jspecify.annotations.Nullable;

/**
 * Tensors that all cells of a stage share, because no cell needs them for long.
 *
 * <p>Cells take turns with the gradients: that of a cell's input is that of the cell before it.
 * What is only needed within a tile is as small as a tile.
 */
final class Workspace {
  /** What operations see. */
  final Shape shape;

  /** How that is cut. */
  final Tiling tiling;

  /** A tile of it. */
  final Shape tile;

  /** A source's ReLU. */
  final Tiles rectified;

  /** Gradient of {@link #rectified}. */
  final Tiles rectifiedGradient;

  /** A source's average pooling. */
  final Tiles pooled;

  /** Gradient of {@link #pooled}. */
  final Tiles pooledGradient;

  /** What comes back through average pooling. */
  final Tiles poolBack;

  /** Gradient of a convolution's output. */
  final Tiles convolutionGradient;

  /** Where primitives write what nobody reads; the gradient is not needed at those times. */
  final Tiles unused;

  /** A tensor with a dropout mask. */
  final Tiles masked;

  final Products products;

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
   * @param tileBytes size of a tile of one tensor
   */
  Workspace(Kernels kernels, Shape shape, Shape nodes, long tileBytes) {
    this.kernels = kernels;
    this.nodes = nodes;
    this.shape = shape;
    OneDnn onednn = kernels.onednn();
    // The largest come first, so that what cannot be had is known at once.
    nodeGradients = new Tensor[] {onednn.images(nodes), onednn.images(nodes)};
    cellGradients = new Tensor[] {onednn.images(nodes), onednn.images(nodes)};
    boolean partial = shape.channels() < nodes.channels();
    // A part of the channels goes through its operations edge by edge, each at once.
    tiling = partial ? Tiling.whole(shape) : Tiling.of(shape, tileBytes);
    tile = shape.withCount(tiling.images());
    rectified = Tiles.same(onednn.images(tile));
    rectifiedGradient = Tiles.same(onednn.images(tile));
    pooled = Tiles.same(onednn.images(tile));
    pooledGradient = Tiles.same(onednn.images(tile));
    poolBack = Tiles.same(onednn.images(tile));
    Tensor gradient = onednn.scratch(tile);
    convolutionGradient = Tiles.same(gradient);
    unused = convolutionGradient;
    masked = Tiles.same(onednn.images(tile));
    products = new Products(kernels, tile, gradient);
    // With all channels these are the nodes and their gradients themselves.
    mixed = partial ? onednn.images(shape) : gradient;
    mixedGradient = partial ? onednn.images(shape) : gradient;
    selectedGradient = partial ? onednn.images(shape) : gradient;
    nodeScratch = partial ? onednn.images(nodes) : gradient;
    nodeProducts = partial ? new Products(kernels, nodes, onednn.images(nodes)) : products;
  }

  /** Cuts a tensor of the shape that operations see. */
  Tiles tiles(Tensor whole) {
    return Tiles.of(kernels, whole, tile, tiling.count());
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
