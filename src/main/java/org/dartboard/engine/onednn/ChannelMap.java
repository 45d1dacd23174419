package org.dartboard.engine.onednn;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.bytedeco.dnnl.global.dnnl;

/**
 * A linear map of each pixel's channels, by a matrix that may change between calls.
 *
 * <p>It is a 1x1 convolution. With a matrix of zeros and ones it picks, puts back or shuffles
 * channels, exactly, at the speed of a copy.
 */
final class ChannelMap {
  private final int inputs;
  private final float[] matrix;
  private final FloatBuffer plain;
  private final Invocation load;
  private final TiledInvocation forward;
  private final TiledInvocation forwardAdding;

  /**
   * A map whose matrix is 0.
   *
   * @param input shape of what it maps
   * @param outputs channels of the result
   */
  ChannelMap(Kernels kernels, Shape input, int outputs, Tensor from, Tensor to) {
    this(kernels, input, outputs, Tiles.same(from), Tiles.same(to));
  }

  /**
   * A map of one tile at a time, whose matrix is 0.
   *
   * @param input shape of a tile of what it maps
   * @param outputs channels of the result
   */
  ChannelMap(Kernels kernels, Shape input, int outputs, Tiles from, Tiles to) {
    OneDnn onednn = kernels.onednn();
    inputs = input.channels();
    matrix = new float[outputs * inputs];
    ConvolutionKernels.Convolution convolution =
        kernels.convolutions().convolution(input, outputs, 1, 1);
    Tensor weights =
        onednn.tensor(onednn.describe(new long[] {outputs, inputs, 1, 1}, dnnl.dnnl_oihw));
    Tensor blocked = onednn.tensor(convolution.forwardWeights());
    int[] names = {dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_WEIGHTS, dnnl.DNNL_ARG_DST};
    plain = weights.floats();
    load =
        new Invocation(
            onednn,
            kernels.reorder(weights.description(), blocked.description()),
            new int[] {dnnl.DNNL_ARG_FROM, dnnl.DNNL_ARG_TO},
            weights,
            blocked);
    Tiles loaded = Tiles.same(blocked);
    forward = new TiledInvocation(onednn, convolution.forward(), names, from, loaded, to);
    forwardAdding =
        new TiledInvocation(onednn, convolution.forwardAdding(), names, from, loaded, to);
  }

  /** Makes the matrix 0. */
  void clear() {
    Arrays.fill(matrix, 0f);
  }

  /** Sets one entry. */
  void set(int output, int input, double value) {
    matrix[output * inputs + input] = (float) value;
  }

  /** Makes the entries take effect. */
  void load() {
    plain.put(0, matrix);
    load.run();
  }

  /**
   * Maps a whole batch.
   *
   * @param adding whether to add to what the target holds
   */
  void run(boolean adding) {
    run(0, adding);
  }

  /**
   * Maps a tile.
   *
   * @param adding whether to add to what the target holds
   */
  void run(int tile, boolean adding) {
    (adding ? forwardAdding : forward).run(tile);
  }
}
