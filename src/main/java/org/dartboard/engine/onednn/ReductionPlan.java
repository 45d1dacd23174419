package org.dartboard.engine.onednn;

import org.bytedeco.dnnl.global.dnnl;

/** The residual block between two stages: half the image, twice the channels. */
final class ReductionPlan {
  private static final int[] FORWARD = {dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_DST};
  private static final int[] RELU_BACK = {
    dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_DIFF_DST, dnnl.DNNL_ARG_DIFF_SRC
  };

  private final ConvolutionLayer first;
  private final ConvolutionLayer second;
  private final ConvolutionLayer shortcut;
  private final NormLayer firstNorm;
  private final NormLayer secondNorm;
  private final Invocation rectify;
  private final Invocation rectifyBack;
  private final Invocation rectifyMiddle;
  private final Invocation rectifyMiddleBack;
  private final Invocation pool;
  private final Invocation poolBack;
  private final Tensor output;
  private final Tensor inputGradient;
  private final Sum sum;

  /**
   * @param name of the block's slices
   * @param from shape of the input
   * @param inputGradient where the gradient of the input goes
   * @param outputGradient where that of the output comes from
   */
  ReductionPlan(
      Kernels kernels,
      Network network,
      String name,
      Shape from,
      Shape to,
      Tensor input,
      Tensor inputGradient,
      Tensor outputGradient) {
    OneDnn onednn = kernels.onednn();
    Shape pooledShape = from.withSide(to.side());
    this.inputGradient = inputGradient;
    this.output = onednn.images(to);
    this.sum = new Sum(kernels, from);
    Tensor rectified = onednn.images(from);
    Tensor firstOut = onednn.images(to);
    Tensor normal = onednn.images(to);
    Tensor middle = onednn.images(to);
    Tensor secondOut = onednn.images(to);
    Tensor pooled = onednn.images(pooledShape);
    Tensor gradient = onednn.images(to);
    Tensor middleGradient = onednn.images(to);
    Tensor pooledGradient = onednn.images(pooledShape);
    Kernels.Pair relu = kernels.relu(from);
    Kernels.Pair middleRelu = kernels.relu(to);
    Kernels.Pair average = kernels.pools().average(from, 2, 2, 0);
    rectify = new Invocation(onednn, relu.forward(), FORWARD, input, rectified);
    rectifyBack =
        new Invocation(onednn, relu.backward(), RELU_BACK, rectified, inputGradient, inputGradient);
    rectifyMiddle = new Invocation(onednn, middleRelu.forward(), FORWARD, normal, middle);
    rectifyMiddleBack =
        new Invocation(
            onednn, middleRelu.backward(), RELU_BACK, middle, middleGradient, middleGradient);
    pool = new Invocation(onednn, average.forward(), FORWARD, input, pooled);
    poolBack =
        new Invocation(
            onednn,
            average.backward(),
            new int[] {dnnl.DNNL_ARG_DIFF_DST, dnnl.DNNL_ARG_DIFF_SRC},
            pooledGradient,
            inputGradient);
    Layers layers = new Layers(kernels, network, name);
    first =
        layers.convolution(
            ".first",
            from,
            2,
            ConvolutionLayer.Ends.of(rectified, firstOut, inputGradient, gradient));
    firstNorm = layers.norm(".first", to, firstOut, normal, middleGradient, gradient);
    second =
        layers.convolution(
            ".second",
            to,
            1,
            ConvolutionLayer.Ends.of(middle, secondOut, middleGradient, gradient));
    secondNorm = layers.norm(".second", to, secondOut, output, outputGradient, gradient);
    shortcut =
        layers.convolution(
            ".shortcut",
            pooledShape,
            1,
            ConvolutionLayer.Ends.of(pooled, output, pooledGradient, outputGradient));
  }

  Tensor output() {
    return output;
  }

  void forward(Call call) {
    rectify.run();
    first.forward();
    firstNorm.forward(call);
    rectifyMiddle.run();
    second.forward();
    secondNorm.forward(call);
    pool.run();
    shortcut.forwardAdding();
  }

  void backward(Call call) {
    secondNorm.backward(call);
    if (call.wantsWeights()) {
      second.backwardWeights(0);
    }
    second.backward(false);
    rectifyMiddleBack.run();
    firstNorm.backward(call);
    if (call.wantsWeights()) {
      first.backwardWeights(0);
    }
    first.backward(false);
    rectifyBack.run();
    if (call.wantsWeights()) {
      shortcut.backwardWeights(0);
    }
    shortcut.backward(false);
    sum.begin(inputGradient, true);
    poolBack.set(1, sum.place());
    poolBack.run();
    sum.finish();
  }
}
