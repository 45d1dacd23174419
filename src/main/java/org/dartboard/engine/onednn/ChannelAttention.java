package org.dartboard.engine.onednn;

import java.nio.FloatBuffer;
import org.bytedeco.dnnl.global.dnnl;

/**
 * One edge's channel attention: a rating a = sigmoid(M2 relu(M1 avg x) + M2 relu(M1 max x)) for
 * each channel of each image, and the channels that are rated highest over the batch.
 *
 * <p>It is computed in single precision. Which channels are rated highest has no gradient.
 */
final class ChannelAttention {
  private final GlobalPools pools;
  private final ConvolutionLayer first;
  private final ConvolutionLayer second;
  private final Invocation rectify;
  private final Invocation rectifyBack;
  private final Tensor rating;
  private final FloatBuffer ratingMemory;
  private final FloatBuffer logitMemory;
  private final FloatBuffer logitGradientMemory;
  private final float[] ratings;
  private final float[] logits;
  private final float[] logitGradients;
  private final double[] totals;
  private final int[] highest;

  /**
   * @param layers the edge's, with the matrices {@code .first} and {@code .second}
   * @param shape of the node
   * @param hidden units between the matrices
   * @param selected how many channels are rated highest
   */
  ChannelAttention(
      Kernels kernels, Layers layers, Shape shape, int hidden, int selected, GlobalPools pools) {
    OneDnn onednn = kernels.onednn();
    this.pools = pools;
    Shape outer = GlobalPools.pooled(shape).single();
    Shape inner = outer.withChannels(hidden);
    // Rectified in place: the sign of a ReLU's output tells as much as that of its input.
    Tensor units = onednn.images(inner);
    Tensor unitGradient = onednn.images(inner);
    Tensor logit = onednn.images(outer);
    Tensor logitGradient = onednn.images(outer);
    first =
        layers.convolution(
            ".first",
            outer,
            1,
            ConvolutionLayer.Ends.of(pools.values(), units, pools.gradient(), unitGradient));
    second =
        layers.convolution(
            ".second",
            inner,
            1,
            ConvolutionLayer.Ends.of(units, logit, unitGradient, logitGradient));
    Kernels.Pair relu = kernels.relu(inner);
    rectify =
        new Invocation(
            onednn, relu.forward(), new int[] {dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_DST}, units, units);
    rectifyBack =
        new Invocation(
            onednn,
            relu.backward(),
            new int[] {dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_DIFF_DST, dnnl.DNNL_ARG_DIFF_SRC},
            units,
            unitGradient,
            unitGradient);
    rating = onednn.images(shape.withSide(1).single());
    ratingMemory = rating.floats();
    logitMemory = logit.floats();
    logitGradientMemory = logitGradient.floats();
    ratings = new float[shape.count() * shape.channels()];
    logits = new float[2 * ratings.length];
    logitGradients = new float[2 * ratings.length];
    totals = new double[shape.channels()];
    highest = new int[selected];
  }

  /** a, one value for each channel of each image. */
  Tensor rating() {
    return rating;
  }

  /** Rates the channels of the node that has been pooled. */
  void forward() {
    first.forward();
    rectify.run();
    second.forward();
    logitMemory.get(0, logits);
    for (int i = 0; i < ratings.length; i++) {
      double logit = (double) logits[i] + logits[ratings.length + i];
      ratings[i] = (float) (1 / (1 + Math.exp(-logit)));
    }
    ratingMemory.put(0, ratings);
  }

  /**
   * The channels with the largest sums of ratings over the batch, ascending; where sums are equal,
   * the lower channel is taken first. The array is overwritten by the next call.
   */
  int[] highest() {
    for (int c = 0; c < totals.length; c++) {
      totals[c] = 0;
    }
    for (int i = 0; i < ratings.length; i++) {
      totals[i % totals.length] += ratings[i];
    }
    int taken = 0;
    for (int c = 0; c < totals.length; c++) {
      if (rank(c) < highest.length) {
        highest[taken++] = c;
      }
    }
    return highest;
  }

  private int rank(int channel) {
    int above = 0;
    for (int c = 0; c < totals.length; c++) {
      boolean larger = totals[c] > totals[channel];
      above += larger || (totals[c] == totals[channel] && c < channel) ? 1 : 0;
    }
    return above;
  }

  /**
   * Computes the gradients of the matrices, where wanted, and of the pools.
   *
   * @param ratingGradient of each value of {@link #rating}
   * @param holds whether the pools' gradient has something already, to be added to
   */
  void backward(Call call, float[] ratingGradient, boolean holds) {
    for (int i = 0; i < ratings.length; i++) {
      double a = ratings[i];
      float gradient = (float) (ratingGradient[i] * a * (1 - a));
      logitGradients[i] = gradient;
      logitGradients[ratings.length + i] = gradient;
    }
    logitGradientMemory.put(0, logitGradients);
    if (call.wantsWeights()) {
      second.backwardWeights(0);
    }
    second.backward(false);
    rectifyBack.run();
    if (call.wantsWeights()) {
      first.backwardWeights(0);
    }
    first.backward(holds);
  }
}
