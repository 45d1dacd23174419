package org.dartboard.benchmark.libtorch;

import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.dartboard.engine.SupernetSpec;

/** The layers of the network as calls of libtorch's operators, in training mode. */
final class Layers {
  private static final long[] ONE = {1, 1};

  private final Parameters parameters;

  Layers(Parameters parameters) {
    this.parameters = parameters;
  }

  /** ReLU, convolution and batch norm: the benchmark's block. */
  Tensor reluConvolutionNorm(String name, Tensor x, int kernel, int stride) {
    return norm(name, convolution(name, torch.relu(x), kernel, stride));
  }

  Tensor convolution(String name, Tensor x, int kernel, int stride) {
    String weight = name + ".weight";
    long[] strides = {stride, stride};
    long[] padding = {kernel / 2, kernel / 2};
    TensorOptional bias =
        parameters.hasBias(weight)
            ? new TensorOptional(parameters.bias(weight))
            : new TensorOptional();
    return torch.conv2d(x, parameters.weight(weight), bias, strides, padding, ONE, 1);
  }

  Tensor norm(String name, Tensor x) {
    return torch.batch_norm(
        x,
        optionalWeight(name + ".gamma"),
        optionalWeight(name + ".beta"),
        optionalState(name + ".mean"),
        optionalState(name + ".variance"),
        true,
        SupernetSpec.MOMENTUM,
        SupernetSpec.EPSILON,
        false);
  }

  /** Average pooling of 3x3 that counts no padding. */
  static Tensor averagePooling(Tensor x) {
    return torch.avg_pool2d(x, new long[] {3, 3}, ONE, ONE, false, false, new LongOptional());
  }

  /** Average pooling of 2x2 with stride 2. */
  static Tensor halving(Tensor x) {
    long[] two = {2, 2};
    return torch.avg_pool2d(x, two, two, new long[] {0, 0}, false, true, new LongOptional());
  }

  Tensor linear(String name, Tensor x) {
    return torch.linear(
        x,
        parameters.weight(name + ".weight"),
        new TensorOptional(parameters.weight(name + ".bias")));
  }

  Tensor weight(String name) {
    return parameters.weight(name);
  }

  private TensorOptional optionalWeight(String name) {
    return parameters.has(name)
        ? new TensorOptional(parameters.weight(name))
        : new TensorOptional();
  }

  private TensorOptional optionalState(String name) {
    return parameters.has(name) ? new TensorOptional(parameters.state(name)) : new TensorOptional();
  }
}
