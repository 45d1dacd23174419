package org.dartboard.engine.nd4j;

import org.dartboard.data.ImageSet;
import org.dartboard.engine.SupernetSpec;

/** The first convolution, with batch norm. */
final class Stem implements Layer {
  private final Pixels images;
  private final Feature behind;
  private final ConvolutionNorm convolution;
  private final float[] staging;

  Stem(Network.Parts parts, int count, Feature behind) {
    SupernetSpec spec = parts.spec();
    this.behind = behind;
    images = Pixels.allocate(parts.memory(), count, spec.imageSize(), ImageSet.CHANNELS);
    convolution = new ConvolutionNorm(parts, "stem", count, spec.imageSize(), 1);
    staging = new float[Math.toIntExact(images.vector().length())];
  }

  @Override
  public void forward(Call call) {
    call.batch().images().get(0, staging);
    Transfer.upload(staging, images.vector());
    convolution.forward(call, images, behind.value());
  }

  @Override
  public void backward(Call call, boolean needsInput) {
    if (call.wantsWeights()) {
      // The images have no gradient.
      convolution.backward(call, behind.gradient(), images, false);
    }
  }
}
