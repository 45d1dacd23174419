package org.dartboard.engine.onednn;

import org.bytedeco.dnnl.global.dnnl;

/**
 * Writes one tensor times a number, or times a number for each channel, or adds that to another.
 */
final class Scaled {
  private static final int[] NAMES = {dnnl.DNNL_ARG_SRC_0, dnnl.DNNL_ARG_SRC_1, dnnl.DNNL_ARG_DST};

  private final TiledInvocation overwriting;
  private final TiledInvocation adding;

  private Scaled(
      Kernels kernels, Shape tile, Shape factorShape, Tiles from, Tensor factor, Tiles to) {
    Tiles factors = Tiles.same(factor);
    overwriting =
        new TiledInvocation(
            kernels.onednn(),
            kernels.binary(tile, dnnl.dnnl_binary_mul, factorShape, Attributes.NONE),
            NAMES,
            from,
            factors,
            to);
    adding =
        new TiledInvocation(
            kernels.onednn(),
            kernels.binary(tile, dnnl.dnnl_binary_mul, factorShape, Attributes.ACCUMULATE),
            NAMES,
            from,
            factors,
            to);
  }

  /** Scaled by a number. */
  static Scaled by(Kernels kernels, Shape tile, Tiles from, Scalar factor, Tiles to) {
    return new Scaled(kernels, tile, Shape.SCALAR, from, factor.tensor(), to);
  }

  /** Scaled by a number for each channel. */
  static Scaled by(Kernels kernels, Shape tile, Tiles from, ChannelVector factors, Tiles to) {
    return new Scaled(kernels, tile, tile.row(), from, factors.tensor(), to);
  }

  /**
   * @param holds whether the target has something already, to be added to
   */
  void run(int tile, boolean holds) {
    (holds ? adding : overwriting).run(tile);
  }
}
