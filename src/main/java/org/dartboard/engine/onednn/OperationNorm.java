package org.dartboard.engine.onednn;

import java.nio.FloatBuffer;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.SupernetSpec;

/**
 * The batch norm of an operation, cut so that no pass over the whole batch is needed for it alone.
 *
 * <p>Forward, statistics are taken of each tile and merged; then f times batch norm, with the
 * factor f that weights the operation, is a x + b for each channel, which is left to the sum of the
 * node. Backward, the sums over dy and dy times the normalised x are taken of each tile and merged.
 * They give the derivative with respect to f, which needs no division by f, and the coefficients of
 * the gradient of x.
 */
final class OperationNorm {
  private final NormSlices slices;
  private final int channels;
  private final double count;
  private final FloatBuffer[] tileMeans;
  private final FloatBuffer[] tileVariances;
  private final FloatBuffer[] scaleGradients;
  private final FloatBuffer[] shiftGradients;
  private final FloatBuffer mean;
  private final FloatBuffer variance;
  private final FloatBuffer scale;
  private final FloatBuffer shift;
  private final double[] slope;
  private final double[] intercept;
  private final ChannelVector outer;
  private final TiledInvocation statistics;
  private final TiledInvocation gradientStatistics;
  private final TiledInvocation normalised;
  private final Scaled addGradient;
  private final Scaled scaledGradient;
  private final Scaled scaleInputGradient;
  private final boolean whole;
  private final TiledInvocation wholeGradient;
  private final TiledInvocation wholeGradientFixed;
  private boolean fixed;
  private double factor;

  /**
   * @param name of the norm's slices
   * @param input x
   * @param outputGradient dy
   * @param inputGradient where the gradient of x goes
   */
  OperationNorm(
      Kernels kernels,
      SupernetLayout layout,
      String name,
      Workspace workspace,
      Tiles input,
      Tiles outputGradient,
      Tiles inputGradient) {
    OneDnn onednn = kernels.onednn();
    Shape tile = workspace.tile;
    int tiles = workspace.tiling.count();
    slices = new NormSlices(layout, name);
    channels = tile.channels();
    count = workspace.shape.perChannel();
    Tiles[] perTile = new Tiles[4];
    for (int i = 0; i < perTile.length; i++) {
      perTile[i] = Tiles.vectors(onednn, channels, tiles);
    }
    tileMeans = views(perTile[0]);
    tileVariances = views(perTile[1]);
    scaleGradients = views(perTile[2]);
    shiftGradients = views(perTile[3]);
    Tensor[] vectors = new Tensor[4];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = onednn.vector(channels);
    }
    mean = vectors[0].floats();
    variance = vectors[1].floats();
    scale = vectors[2].floats();
    shift = vectors[3].floats();
    slope = new double[channels];
    intercept = new double[channels];
    outer = new ChannelVector(kernels, tile);
    Norm ofBatch = kernels.norm(tile, false, SupernetSpec.EPSILON);
    Norm given = kernels.norm(tile, true, SupernetSpec.EPSILON);
    Tiles means = Tiles.same(vectors[0]);
    Tiles variances = Tiles.same(vectors[1]);
    Tiles scales = Tiles.same(vectors[2]);
    Tiles shifts = Tiles.same(vectors[3]);
    statistics =
        new TiledInvocation(
            ofBatch::forward, input, workspace.unused, perTile[0], perTile[1], scales, shifts);
    gradientStatistics =
        new TiledInvocation(
            given::backward,
            input,
            outputGradient,
            workspace.unused,
            means,
            variances,
            scales,
            perTile[2],
            perTile[3]);
    normalised =
        new TiledInvocation(given::forward, input, inputGradient, means, variances, scales, shifts);
    whole = tiles == 1;
    Tiles[] backwardTensors = {
      input, outputGradient, inputGradient, means, variances, scales, perTile[2], perTile[3],
    };
    wholeGradient = new TiledInvocation(ofBatch::backward, backwardTensors);
    wholeGradientFixed = new TiledInvocation(given::backward, backwardTensors);
    Scalar one = new Scalar(kernels);
    one.set(1);
    addGradient = Scaled.by(kernels, tile, outputGradient, one, inputGradient);
    scaledGradient = Scaled.by(kernels, tile, outputGradient, outer, inputGradient);
    scaleInputGradient = Scaled.by(kernels, tile, inputGradient, outer, inputGradient);
  }

  private static FloatBuffer[] views(Tiles tiles) {
    FloatBuffer[] views = new FloatBuffer[tiles.count()];
    for (int i = 0; i < views.length; i++) {
      views[i] = tiles.at(i).floats();
    }
    return views;
  }

  /** Takes the statistics of a tile, where the batch's are needed. */
  void statistics(Call call, int tile) {
    if (!slices.fixed(call)) {
      statistics.run(tile);
    }
  }

  /** Merges the tiles' statistics and computes {@link #slope} and {@link #intercept}. */
  void finishStatistics(Call call, double operationFactor) {
    factor = operationFactor;
    fixed = slices.fixed(call);
    if (fixed) {
      slices.load(call, mean, variance);
    } else {
      merge();
      slices.update(call, mean, variance, count);
    }
    for (int c = 0; c < channels; c++) {
      // Rounded as primitives take it, so that what is computed from it fits to it.
      slope[c] = (float) (factor * slices.gamma(call, c) * inverseDeviation(c));
      intercept[c] = factor * slices.beta(call, c) - slope[c] * mean.get(c);
      scale.put(c, (float) (factor * slices.gamma(call, c)));
    }
  }

  /** All tiles have the same size, so that means are means of means (Chan et al., 1979). */
  private void merge() {
    int tiles = tileMeans.length;
    for (int c = 0; c < channels; c++) {
      double sum = 0;
      for (FloatBuffer each : tileMeans) {
        sum += each.get(c);
      }
      double center = sum / tiles;
      double squares = 0;
      for (int tile = 0; tile < tiles; tile++) {
        double off = tileMeans[tile].get(c) - center;
        squares += tileVariances[tile].get(c) + off * off;
      }
      mean.put(c, (float) center);
      variance.put(c, (float) (squares / tiles));
    }
  }

  private double inverseDeviation(int channel) {
    return 1 / Math.sqrt(variance.get(channel) + SupernetSpec.EPSILON);
  }

  /** a of a x + b, for each channel. */
  double[] slope() {
    return slope;
  }

  /** b of a x + b, for each channel. */
  double[] intercept() {
    return intercept;
  }

  /**
   * Whether the batch is one tile. {@link #backward} then takes the sums and computes the gradient
   * in one pass, and {@link #finishGradientStatistics} comes after it.
   */
  boolean whole() {
    return whole;
  }

  /** Takes the sums of a tile that the gradient needs; not for a whole batch. */
  void gradientStatistics(int tile) {
    gradientStatistics.run(tile);
  }

  /**
   * Merges the tiles' sums, and writes the gradients of gamma and beta where wanted.
   *
   * @return the derivative with respect to the factor
   */
  double finishGradientStatistics(Call call) {
    double factorGradient = 0;
    for (int c = 0; c < channels; c++) {
      double scaleGradient = 0;
      double shiftGradient = 0;
      for (int tile = 0; tile < scaleGradients.length; tile++) {
        scaleGradient += scaleGradients[tile].get(c);
        shiftGradient += shiftGradients[tile].get(c);
      }
      double gamma = slices.gamma(call, c);
      factorGradient += gamma * scaleGradient + slices.beta(call, c) * shiftGradient;
      if (call.wantsWeights()) {
        slices.storeGradient(call, c, factor * scaleGradient, factor * shiftGradient);
      }
      if (!whole) {
        scale.put(c, (float) (-scaleGradient / count));
        shift.put(c, (float) (-shiftGradient / count));
      }
    }
    if (!whole) {
      outer.set(slope);
    }
    return factorGradient;
  }

  /** Computes the gradient of x: a (dy - mean dy - normalised x mean (dy normalised x)). */
  void backward(int tile) {
    if (whole) {
      (fixed ? wholeGradientFixed : wholeGradient).run(tile);
    } else if (fixed) {
      scaledGradient.run(tile, false);
    } else {
      // Multiplied last: where few values are normalised, most of them cancels before.
      normalised.run(tile);
      addGradient.run(tile, true);
      scaleInputGradient.run(tile, false);
    }
  }
}
