package org.dartboard.engine.nd4j;

import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.SupernetSpec;

/**
 * The residual block between two stages: twice ReLU, convolution and batch norm, the first with
 * stride 2, plus a 1x1 convolution of the halved input.
 */
final class Reduction implements Layer {
  private final Feature before;
  private final Feature behind;
  private final ConvolutionNorm first;
  private final ConvolutionNorm second;
  private final Convolution1x1 shortcut;
  private final Pixels rectified;
  private final Pixels middle;
  private final Pixels rectifiedMiddle;
  private final Pixels halved;

  /**
   * @param stage the stage that the block leads to, 1 or 2
   */
  Reduction(Network.Parts parts, int stage, Feature before, Feature behind) {
    SupernetSpec spec = parts.spec();
    this.before = before;
    this.behind = behind;
    int count = before.value().count();
    int side = spec.side(stage - 1);
    int from = spec.channels(stage - 1);
    int to = spec.channels(stage);
    String name = SupernetLayout.reductionName(stage);
    first = new ConvolutionNorm(parts, name + ".first", count, side, 2);
    second = new ConvolutionNorm(parts, name + ".second", count, side / 2, 1);
    shortcut = new Convolution1x1(parts.weights(), name + ".shortcut");
    rectified = Pixels.allocate(parts.memory(), count, side, from);
    middle = Pixels.allocate(parts.memory(), count, side / 2, to);
    rectifiedMiddle = Pixels.allocate(parts.memory(), count, side / 2, to);
    halved = Pixels.allocate(parts.memory(), count, side / 2, from);
  }

  @Override
  public void forward(Call call) {
    Kernels.relu(before.value().vector(), rectified.vector());
    first.forward(call, rectified, middle);
    Kernels.relu(middle.vector(), rectifiedMiddle.vector());
    second.forward(call, rectifiedMiddle, behind.value());
    Kernels.halve(before.value().grid(), halved.grid());
    shortcut.addForward(halved, behind.value());
  }

  @Override
  public void backward(Call call, boolean needsInput) {
    Pixels gradient = behind.gradient();
    if (call.wantsWeights()) {
      shortcut.weightGradient(halved, gradient);
    }
    second.backward(call, gradient, rectifiedMiddle, true);
    Kernels.reluGradient(middle.vector(), rectifiedMiddle.vector(), rectifiedMiddle.vector());
    first.backward(call, rectifiedMiddle, rectified, needsInput);
    if (needsInput) {
      Pixels into = before.gradient();
      Kernels.reluGradient(before.value().vector(), rectified.vector(), into.vector());
      halved.clear();
      shortcut.addInputGradient(gradient, halved);
      Kernels.halveGradient(before.value().grid(), halved.grid(), rectified.grid());
      Kernels.addScaled(1, rectified.vector(), into.vector());
    }
  }
}
