package org.dartboard.engine.onednn;

import java.nio.FloatBuffer;
import org.bytedeco.dnnl.global.dnnl;
import org.dartboard.engine.Slice;

/**
 * The end of the network: batch norm, ReLU, global average pooling, the linear classifier and the
 * mean cross-entropy, all in single precision. The classifier is small enough for plain Java, which
 * sums in double precision.
 */
final class HeadPlan {
  private final SingleCopy input;
  private final SingleCopy inputGradient;
  private final NormLayer norm;
  private final Invocation rectify;
  private final Invocation rectifyBack;
  private final Invocation pool;
  private final Invocation poolBack;
  private final FloatBuffer featureMemory;
  private final FloatBuffer featureGradientMemory;
  private final float[] features;
  private final float[] featureGradient;
  private final float[] matrix;
  private final float[] matrixGradient;
  private final double[] logitGradient;
  private final Slice matrixSlice;
  private final Slice bias;
  private final int images;
  private final int channels;
  private final int classes;

  /**
   * @param stored shape of the last cell's output
   * @param lastOutput the last cell's output
   * @param lastGradient where its gradient goes
   */
  HeadPlan(Kernels kernels, Network network, Shape stored, Tensor lastOutput, Tensor lastGradient) {
    OneDnn onednn = kernels.onednn();
    Shape shape = stored.single();
    input = new SingleCopy(kernels, stored, lastOutput);
    inputGradient = new SingleCopy(kernels, stored, lastGradient);
    images = shape.count();
    channels = shape.channels();
    classes = network.spec().classes();
    matrixSlice = network.layout().weights().slice("classifier.weight");
    bias = network.layout().weights().slice("classifier.bias");
    Tensor normal = onednn.images(shape);
    Tensor rectified = onednn.images(shape);
    Tensor normalGradient = onednn.images(shape);
    Tensor pooled = onednn.images(shape.withSide(1));
    Tensor pooledGradient = onednn.images(shape.withSide(1));
    featureMemory = pooled.floats();
    featureGradientMemory = pooledGradient.floats();
    features = new float[images * channels];
    featureGradient = new float[images * channels];
    matrix = new float[classes * channels];
    matrixGradient = new float[classes * channels];
    logitGradient = new double[images * classes];
    norm =
        new Layers(kernels, network, "head")
            .norm("", shape, input.single(), normal, normalGradient, inputGradient.single());
    Kernels.Pair relu = kernels.relu(shape);
    int[] ends = {dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_DST};
    rectify = new Invocation(onednn, relu.forward(), ends, normal, rectified);
    rectifyBack =
        new Invocation(
            onednn,
            relu.backward(),
            new int[] {dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_DIFF_DST, dnnl.DNNL_ARG_DIFF_SRC},
            normal,
            normalGradient,
            normalGradient);
    Kernels.Pair average = kernels.pools().average(shape, shape.side(), 1, 0);
    pool = new Invocation(onednn, average.forward(), ends, rectified, pooled);
    poolBack =
        new Invocation(
            onednn,
            average.backward(),
            new int[] {dnnl.DNNL_ARG_DIFF_DST, dnnl.DNNL_ARG_DIFF_SRC},
            pooledGradient,
            normalGradient);
  }

  /** Computes logits and loss, and the loss's gradient with respect to the logits. */
  void forward(Call call) {
    input.load();
    norm.forward(call);
    rectify.run();
    pool.run();
    featureMemory.get(0, features);
    FloatBuffer weights = call.input().weights();
    weights.get(matrixSlice.offset(), matrix);
    float[] logits = call.output().logits();
    double loss = 0;
    for (int image = 0; image < images; image++) {
      for (int k = 0; k < classes; k++) {
        double sum = weights.get(bias.offset() + k);
        for (int c = 0; c < channels; c++) {
          sum += (double) matrix[k * channels + c] * features[image * channels + c];
        }
        logits[image * classes + k] = (float) sum;
      }
      loss += crossEntropy(logits, image, call.batch().labels()[image]);
    }
    call.output().setLoss(loss / images);
  }

  private double crossEntropy(float[] logits, int image, int label) {
    int start = image * classes;
    double largest = logits[start];
    for (int k = 1; k < classes; k++) {
      largest = Math.max(largest, logits[start + k]);
    }
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      sum += Math.exp(logits[start + k] - largest);
    }
    for (int k = 0; k < classes; k++) {
      double probability = Math.exp(logits[start + k] - largest) / sum;
      logitGradient[start + k] = (probability - (k == label ? 1 : 0)) / images;
    }
    return Math.log(sum) + largest - logits[start + label];
  }

  /** Computes the gradient of the last cell's output. */
  void backward(Call call) {
    for (int image = 0; image < images; image++) {
      for (int c = 0; c < channels; c++) {
        double sum = 0;
        for (int k = 0; k < classes; k++) {
          sum += logitGradient[image * classes + k] * matrix[k * channels + c];
        }
        featureGradient[image * channels + c] = (float) sum;
      }
    }
    featureGradientMemory.put(0, featureGradient);
    poolBack.run();
    rectifyBack.run();
    norm.backward(call);
    inputGradient.store();
    if (call.wantsWeights()) {
      storeGradient(call.output().weightGradient());
    }
  }

  private void storeGradient(FloatBuffer gradient) {
    for (int k = 0; k < classes; k++) {
      double ofBias = 0;
      for (int image = 0; image < images; image++) {
        ofBias += logitGradient[image * classes + k];
      }
      gradient.put(bias.offset() + k, (float) ofBias);
      for (int c = 0; c < channels; c++) {
        double sum = 0;
        for (int image = 0; image < images; image++) {
          sum += logitGradient[image * classes + k] * features[image * channels + c];
        }
        matrixGradient[k * channels + c] = (float) sum;
      }
    }
    gradient.put(matrixSlice.offset(), matrixGradient);
  }
}
