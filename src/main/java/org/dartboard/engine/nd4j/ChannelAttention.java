package org.dartboard.engine.nd4j;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The channel attention of one edge: a = sigmoid(M2 relu(M1 avg x) + M2 relu(M1 max x)), a number
 * for each channel of each image.
 */
final class ChannelAttention {
  private final INDArray first;
  private final INDArray second;
  private final INDArray firstGradient;
  private final INDArray secondGradient;
  private final Branch average;
  private final Branch maximum;
  private final INDArray places;
  private final INDArray score;
  private final INDArray rating;
  private final INDArray ratingGradient;
  private final int images;
  private final int channels;

  /**
   * @param name of the two matrices' slices
   * @param like as large as the edge's input
   */
  ChannelAttention(Network.Parts parts, String name, Pixels like) {
    Parameters weights = parts.weights();
    Memory memory = parts.memory();
    images = like.count();
    channels = like.channels();
    first = weights.value(name + ".first.weight");
    second = weights.value(name + ".second.weight");
    firstGradient = weights.result(name + ".first.weight");
    secondGradient = weights.result(name + ".second.weight");
    average = new Branch(memory, first.size(0));
    maximum = new Branch(memory, first.size(0));
    places = memory.integers(images, channels);
    score = memory.zeros(images, channels);
    rating = memory.zeros(images, channels);
    ratingGradient = memory.zeros(images, channels);
  }

  /** Computes a. */
  void rate(Pixels x) {
    Kernels.mean(x.pixels(), average.pooled);
    Kernels.maximum(x.pixels(), maximum.pooled);
    score.assign(0);
    average.forward();
    maximum.forward();
    Kernels.sigmoid(score, rating);
  }

  /** The channels with the largest sums of a over the images, ascending. */
  int[] highest(int selected) {
    float[] ratings = Transfer.download(rating);
    double[] sums = new double[channels];
    for (int i = 0; i < ratings.length; i++) {
      sums[i % channels] += ratings[i];
    }
    return IntStream.range(0, channels)
        .boxed()
        .sorted(Comparator.comparingDouble(channel -> -sums[channel]))
        .limit(selected)
        .mapToInt(channel -> channel)
        .sorted()
        .toArray();
  }

  /** y = a x. */
  void apply(Pixels x, Pixels y) {
    Kernels.multiply(x.pixels(), perImage(rating), y.pixels());
  }

  /**
   * Computes the gradients of the two matrices if they are wanted.
   *
   * @param gradient of a x
   * @param scratch as large as x
   * @param into dL/dx, added to; {@code gradient} is overwritten
   * @param needsInput whether the latter is of use
   */
  void backward(
      Call call, Pixels x, Pixels gradient, Pixels scratch, Pixels into, boolean needsInput) {
    Kernels.multiply(gradient.pixels(), x.pixels(), scratch.pixels());
    Kernels.sum(scratch.pixels(), ratingGradient);
    Kernels.sigmoidGradient(score, ratingGradient, ratingGradient);
    average.backward();
    maximum.backward();
    if (call.wantsWeights()) {
      average.weightGradients(0);
      maximum.weightGradients(1);
    }
    if (needsInput) {
      Kernels.multiply(gradient.pixels(), perImage(rating), gradient.pixels());
      average.pooledGradient.muli(1.0 / x.pixels().size(1));
      Kernels.add(gradient.pixels(), perImage(average.pooledGradient), gradient.pixels());
      Kernels.addScaled(1, gradient.vector(), into.vector());
      Kernels.placeOfMaximum(x.pixels(), places);
      Transfer.upload(atPlaces(x.pixels().size(1)), scratch.vector());
      Kernels.addScaled(1, scratch.vector(), into.vector());
    }
  }

  /** The gradient of the maxima, at the pixels that they were taken from. */
  private float[] atPlaces(long area) {
    float[] gradients = Transfer.download(maximum.pooledGradient);
    long[] place = Views.reshape(places, places.length()).toLongVector();
    float[] spread = new float[Math.toIntExact(images * area * channels)];
    for (int i = 0; i < gradients.length; i++) {
      long pixel = i / channels * area + place[i];
      spread[Math.toIntExact(pixel * channels + i % channels)] = gradients[i];
    }
    return spread;
  }

  private INDArray perImage(INDArray numbers) {
    return Views.reshape(numbers, images, 1, channels);
  }

  /** One of the two ways from x to the score, which share their matrices. */
  private final class Branch {
    private final INDArray pooled;
    private final INDArray hidden;
    private final INDArray rectified;
    private final INDArray hiddenGradient;
    private final INDArray pooledGradient;

    Branch(Memory memory, long units) {
      pooled = memory.zeros(images, channels);
      hidden = memory.zeros(images, units);
      rectified = memory.zeros(images, units);
      hiddenGradient = memory.zeros(images, units);
      pooledGradient = memory.zeros(images, channels);
    }

    void forward() {
      Kernels.multiplyMatrices(pooled, false, first, true, 1, 0, hidden);
      Kernels.relu(hidden, rectified);
      Kernels.multiplyMatrices(rectified, false, second, true, 1, 1, score);
    }

    void backward() {
      Kernels.multiplyMatrices(ratingGradient, false, second, false, 1, 0, hiddenGradient);
      Kernels.reluGradient(hidden, hiddenGradient, hiddenGradient);
      Kernels.multiplyMatrices(hiddenGradient, false, first, false, 1, 0, pooledGradient);
    }

    /**
     * @param keep 0 to set the matrices' gradients, 1 to add to them
     */
    void weightGradients(double keep) {
      Kernels.multiplyMatrices(ratingGradient, true, rectified, false, 1, keep, secondGradient);
      Kernels.multiplyMatrices(hiddenGradient, true, pooled, false, 1, keep, firstGradient);
    }
  }
}
