package org.dartboard.engine.onednn;

/** Makes the layers of a part of the network, whose slices have a common name. */
final class Layers {
  private final Kernels kernels;
  private final Network network;
  private final String name;

  Layers(Kernels kernels, Network network, String name) {
    this.kernels = kernels;
    this.network = network;
    this.name = name;
  }

  ConvolutionLayer convolution(String suffix, Shape input, int stride, ConvolutionLayer.Ends ends) {
    return new ConvolutionLayer(
        kernels,
        network.weights(),
        network.gradient(),
        network.layout().weights().slice(name + suffix + ".weight"),
        input,
        stride,
        ends);
  }

  NormLayer norm(
      String suffix,
      Shape shape,
      Tensor input,
      Tensor output,
      Tensor outputGradient,
      Tensor inputGradient) {
    return new NormLayer(
        kernels,
        network.layout(),
        name + suffix,
        shape,
        input,
        output,
        outputGradient,
        inputGradient);
  }
}
