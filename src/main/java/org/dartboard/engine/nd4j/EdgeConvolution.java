package org.dartboard.engine.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/** ReLU, convolution and batch norm on one edge; the ReLU is the source's. */
sealed interface EdgeConvolution {
  /** Convolves and normalises. */
  void forward(Call call, Source source);

  /** Adds scale times the output. */
  void addTo(Pixels target, double scale);

  /**
   * Gives the source its gradient and computes the weights' where they are wanted.
   *
   * @param gradient of the sum that {@link #addTo} added to
   * @param gradientSums its sum over the pixels, for each channel
   * @param scale that it was added with
   * @param needsInput whether the source's gradient is of use
   * @return the product of the gradient and the output if products are wanted, else 0
   */
  double backward(
      Call call,
      Source source,
      Pixels gradient,
      INDArray gradientSums,
      double scale,
      boolean needsInput);

  /** nor_conv_1x1. */
  record OfPixel(Convolution1x1 convolution, Norm norm, StageMemory stage)
      implements EdgeConvolution {
    @Override
    public void forward(Call call, Source source) {
      convolution.forward(source.rectified(), norm.input());
      norm.normalize(call, stage.scratch());
    }

    @Override
    public void addTo(Pixels target, double scale) {
      norm.addTo(target, scale, stage.scratch());
    }

    @Override
    public double backward(
        Call call,
        Source source,
        Pixels gradient,
        INDArray gradientSums,
        double scale,
        boolean needsInput) {
      double product = norm.backward(call, gradient, gradientSums, scale, stage.scratch());
      if (!call.wantsWeights() && !needsInput) {
        return product;
      }
      norm.inputGradient(gradient, gradientSums, scale, stage.gradient());
      if (call.wantsWeights()) {
        convolution.weightGradient(source.rectified(), stage.gradient());
      }
      if (needsInput) {
        convolution.addInputGradient(stage.gradient(), source.rectifiedGradient());
      }
      return product;
    }
  }

  /** nor_conv_3x3. */
  record OfWindow(Convolution3x3 convolution, Norm norm, StageMemory stage)
      implements EdgeConvolution {
    @Override
    public void forward(Call call, Source source) {
      convolution.forward(source.rectifiedFrame(), stage.convolved());
      stage.convolved().copyTo(norm.input());
      norm.normalize(call, stage.scratch());
    }

    @Override
    public void addTo(Pixels target, double scale) {
      norm.addTo(target, scale, stage.scratch());
    }

    @Override
    public double backward(
        Call call,
        Source source,
        Pixels gradient,
        INDArray gradientSums,
        double scale,
        boolean needsInput) {
      double product = norm.backward(call, gradient, gradientSums, scale, stage.scratch());
      if (!call.wantsWeights() && !needsInput) {
        return product;
      }
      norm.inputGradient(gradient, gradientSums, scale, stage.gradient());
      stage.gradientFrame().set(stage.gradient());
      if (call.wantsWeights()) {
        convolution.weightGradient(source.rectifiedFrame(), stage.gradientFrame());
      }
      if (needsInput) {
        convolution.addInputGradient(stage.gradientFrame(), source.windowGradient());
      }
      return product;
    }
  }
}
