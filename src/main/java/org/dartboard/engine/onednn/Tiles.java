package org.dartboard.engine.onednn;

/** The tiles of a tensor, or one tensor that all tiles use in turn. */
final class Tiles {
  private final Tensor[] tiles;

  private Tiles(Tensor[] tiles) {
    this.tiles = tiles;
  }

  /** The same tensor for all tiles. */
  static Tiles same(Tensor tensor) {
    return new Tiles(new Tensor[] {tensor});
  }

  /** Cuts a whole batch into tiles. */
  static Tiles of(Kernels kernels, Tensor whole, Shape tile, int count) {
    if (count == 1) {
      return same(whole);
    }
    Tensor[] tiles = new Tensor[count];
    long bytes = whole.bytes() / count;
    for (int i = 0; i < count; i++) {
      tiles[i] = kernels.onednn().part(whole, kernels.images(tile), i * bytes);
    }
    return new Tiles(tiles);
  }

  /** A new vector for each tile. */
  static Tiles vectors(OneDnn onednn, int length, int count) {
    Tensor[] tiles = new Tensor[count];
    for (int i = 0; i < count; i++) {
      tiles[i] = onednn.vector(length);
    }
    return new Tiles(tiles);
  }

  /** How many there are; 1 where all tiles use the same. */
  int count() {
    return tiles.length;
  }

  Tensor at(int tile) {
    return tiles.length == 1 ? tiles[0] : tiles[tile];
  }
}
