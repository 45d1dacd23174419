package org.dartboard.engine.onednn;

import java.nio.FloatBuffer;

/**
 * Inner products of images of one shape.
 *
 * <p>oneDNN has no such primitive, but the gradient of batch norm's scale with mean 0 and variance
 * 1 is one, channel by channel, and that of its shift is a plain sum.
 */
final class Products {
  private final NormInvocation invocation;
  private final FloatBuffer product;
  private final FloatBuffer sum;
  private final int channels;

  Products(Kernels kernels, Shape shape, Tensor scratch) {
    OneDnn onednn = kernels.onednn();
    channels = shape.channels();
    Tensor mean = onednn.vector(channels);
    Tensor one = onednn.vector(channels);
    Tensor scaleGradient = onednn.vector(channels);
    Tensor shiftGradient = onednn.vector(channels);
    for (int c = 0; c < channels; c++) {
      one.floats().put(c, 1f);
    }
    product = scaleGradient.floats();
    sum = shiftGradient.floats();
    invocation =
        kernels
            .norm(shape, true, 0)
            .backward(scratch, scratch, scratch, mean, one, one, scaleGradient, shiftGradient);
  }

  /** The sum over all values of one times the other. */
  double product(Tensor one, Tensor other) {
    invocation.setInput(0, one);
    invocation.setInput(1, other);
    invocation.run();
    return total(product);
  }

  /** The sum of all values. */
  double sum(Tensor tensor) {
    invocation.setInput(0, tensor);
    invocation.setInput(1, tensor);
    invocation.run();
    return total(sum);
  }

  private double total(FloatBuffer perChannel) {
    double total = 0;
    for (int c = 0; c < channels; c++) {
      total += perChannel.get(c);
    }
    return total;
  }
}
