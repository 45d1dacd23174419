package org.dartboard.engine.onednn;

/**
 * How a batch is cut into tiles, which go through several primitives in a row while the caches of
 * the cores hold them.
 *
 * @param count tiles
 * @param images in each tile
 */
record Tiling(int count, int images) {
  /** What of one tensor a core takes on: a quarter of the second-level cache of common servers. */
  private static final long BYTES_PER_THREAD = 256 << 10;

  /**
   * A batch of as many tiles is one: it needs fewer passes than tiles, and other tensors than the
   * one that is written are read again anyway.
   */
  private static final int WHOLE = 2;

  /** The usual size of a tile of one tensor. */
  static long usualBytes() {
    return BYTES_PER_THREAD * OpenMp.threads();
  }

  /** The whole batch as one tile. */
  static Tiling whole(Shape shape) {
    return new Tiling(1, shape.count());
  }

  /** As few tiles of equal size as are small enough; one tile where the batch has no such part. */
  static Tiling of(Shape shape, long tileBytes) {
    long bytes = shape.perChannel() * shape.channels() * Float.BYTES;
    if (bytes <= WHOLE * tileBytes) {
      return whole(shape);
    }
    int least = (int) Math.min((bytes + tileBytes - 1) / tileBytes, shape.count());
    for (int count = least; count < 2 * least && count <= shape.count(); count++) {
      if (shape.count() % count == 0) {
        return new Tiling(count, shape.count() / count);
      }
    }
    return whole(shape);
  }
}
