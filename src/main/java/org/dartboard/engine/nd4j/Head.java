package org.dartboard.engine.nd4j;

import org.dartboard.engine.SupernetSpec;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Batch norm, ReLU, global average pooling and the classifier. */
final class Head implements Layer {
  private final Feature before;
  private final Norm norm;
  private final ColumnSums pixelSums;
  private final INDArray gradientSums;
  private final ColumnSums imageSums;
  private final INDArray weight;
  private final INDArray bias;
  private final INDArray weightGradient;
  private final INDArray biasGradient;
  private final Pixels shifted;
  private final Pixels gradient;
  private final Pixels scratch;
  private final INDArray features;
  private final INDArray featureGradient;
  private final INDArray logits;
  private final INDArray logitGradient;

  Head(Network.Parts parts, Feature before) {
    this.before = before;
    Memory memory = parts.memory();
    SupernetSpec spec = parts.spec();
    Pixels like = before.value();
    int count = like.count();
    pixelSums = new ColumnSums(memory, like.rows());
    imageSums = new ColumnSums(memory, count);
    gradientSums = memory.zeros(1, like.channels());
    norm = parts.norm("head", like(memory, like), pixelSums);
    weight = parts.weights().value("classifier.weight");
    bias = parts.weights().value("classifier.bias");
    weightGradient = parts.weights().result("classifier.weight");
    biasGradient = parts.weights().result("classifier.bias");
    shifted = like(memory, like);
    gradient = like(memory, like);
    scratch = like(memory, like);
    features = memory.zeros(count, like.channels());
    featureGradient = memory.zeros(count, like.channels());
    logits = memory.zeros(count, spec.classes());
    logitGradient = memory.zeros(count, spec.classes());
  }

  private static Pixels like(Memory memory, Pixels other) {
    return Pixels.allocate(memory, other.count(), other.side(), other.channels());
  }

  @Override
  public void forward(Call call) {
    norm.input().vector().assign(before.value().vector());
    norm.normalize(call, scratch);
    shifted.clear();
    norm.addTo(shifted, 1, scratch);
    Kernels.relu(shifted.vector(), scratch.vector());
    Kernels.mean(scratch.pixels(), features);
    Kernels.multiplyMatrices(features, false, weight, true, 1, 0, logits);
    Kernels.add(logits, bias, logits);
  }

  /** [image][class]. */
  float[] logits() {
    return Transfer.download(logits);
  }

  /**
   * Says what the logits' gradient is; before {@link #backward}.
   *
   * @param numbers [image][class]
   */
  void setLogitGradient(float[] numbers) {
    Transfer.upload(numbers, logitGradient);
  }

  @Override
  public void backward(Call call, boolean needsInput) {
    if (call.wantsWeights()) {
      Kernels.multiplyMatrices(logitGradient, true, features, false, 1, 0, weightGradient);
      imageSums.sum(logitGradient, biasGradient);
    }
    double share = 1.0 / shifted.pixels().size(1);
    Kernels.multiplyMatrices(logitGradient, false, weight, false, share, 0, featureGradient);
    Kernels.step(shifted.vector(), gradient.vector());
    INDArray perImage =
        Views.reshape(featureGradient, featureGradient.size(0), 1, featureGradient.size(1));
    Kernels.multiply(gradient.pixels(), perImage, gradient.pixels());
    pixelSums.sum(gradient.matrix(), gradientSums);
    norm.backward(call, gradient, gradientSums, 1, scratch);
    norm.inputGradient(gradient, gradientSums, 1, before.gradient());
  }
}
