package org.dartboard.engine.onednn;

import java.nio.FloatBuffer;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.dartboard.engine.Slice;
import org.jspecify.annotations.Nullable;

/**
 * One convolution of the network with its weights, or a matrix, which maps single pixels.
 *
 * <p>The gradient of its input is itself a convolution, of the gradient of its output with the
 * weights turned by 180 degrees and their inputs and outputs exchanged; run forward, it can be
 * added to a sum of such gradients in the same pass. A convolution with a stride uses oneDNN's own.
 */
final class ConvolutionLayer {
  private static final int[] FORWARD = {
    dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_WEIGHTS, dnnl.DNNL_ARG_DST
  };
  private static final int[] REORDER = {dnnl.DNNL_ARG_FROM, dnnl.DNNL_ARG_TO};

  private final Slice slice;
  private final FlatMemory weights;
  private final Invocation load;
  private final Invocation forward;
  private final Invocation forwardAdding;
  private final Invocation backwardWeights;
  private final Invocation storeGradient;
  private final @Nullable Turned turned;

  /** The convolution with turned weights; never compared. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Turned(
      FloatBuffer plain,
      float[] from,
      float[] to,
      Invocation load,
      Invocation backward,
      @Nullable Invocation backwardAdding) {}

  /** The tensors that a layer works on: its input and output and their gradients. */
  record Ends(Tensor input, Tensor output, @Nullable Tensor inputGradient, Tensor outputGradient) {}

  /**
   * @param weights w
   * @param gradient dL/dw
   * @param inputShape shape of the input
   * @param ends where it reads and writes; no input gradient is computed where it has no place
   */
  ConvolutionLayer(
      Kernels kernels,
      FlatMemory weights,
      FlatMemory gradient,
      Slice slice,
      Shape inputShape,
      int stride,
      Ends ends) {
    OneDnn onednn = kernels.onednn();
    int outputs = slice.shape().get(0);
    // A matrix is a convolution of single pixels.
    int kernel = slice.kind() == Slice.Kind.MATRIX ? 1 : slice.shape().get(2);
    this.slice = slice;
    this.weights = weights;
    Kernels.Convolution own = kernels.convolution(inputShape, outputs, kernel, stride);
    dnnl_memory_desc plain =
        onednn.describe(
            new long[] {outputs, inputShape.channels(), kernel, kernel}, dnnl.dnnl_oihw);
    Tensor blocked = onednn.tensor(own.forwardWeights());
    Tensor plainWeights = weights.piece(plain, slice.offset());
    load =
        new Invocation(
            onednn, kernels.reorder(plain, own.forwardWeights()), REORDER, plainWeights, blocked);
    forward = new Invocation(onednn, own.forward(), FORWARD, ends.input(), blocked, ends.output());
    forwardAdding =
        new Invocation(onednn, own.forwardAdding(), FORWARD, ends.input(), blocked, ends.output());
    Tensor blockedGradient = onednn.tensor(own.gradient());
    backwardWeights =
        new Invocation(
            onednn,
            own.backwardWeights(),
            new int[] {dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_DIFF_DST, dnnl.DNNL_ARG_DIFF_WEIGHTS},
            ends.input(),
            ends.outputGradient(),
            blockedGradient);
    storeGradient =
        new Invocation(
            onednn,
            kernels.reorder(own.gradient(), plain),
            REORDER,
            blockedGradient,
            gradient.piece(plain, slice.offset()));
    Tensor into = ends.inputGradient();
    if (into == null) {
      turned = null;
    } else if (stride == 1) {
      turned = turned(kernels, inputShape, outputs, kernel, ends.outputGradient(), into);
    } else {
      turned = strided(kernels, inputShape, stride, plainWeights, ends.outputGradient(), into);
    }
  }

  private Turned turned(
      Kernels kernels, Shape inputShape, int outputs, int kernel, Tensor from, Tensor into) {
    OneDnn onednn = kernels.onednn();
    Kernels.Convolution back =
        kernels.convolution(inputShape.withChannels(outputs), inputShape.channels(), kernel, 1);
    Tensor plain =
        onednn.tensor(
            onednn.describe(
                new long[] {inputShape.channels(), outputs, kernel, kernel}, dnnl.dnnl_oihw));
    Tensor blocked = onednn.tensor(back.forwardWeights());
    return new Turned(
        plain.floats(),
        new float[slice.length()],
        new float[slice.length()],
        new Invocation(
            onednn,
            kernels.reorder(plain.description(), back.forwardWeights()),
            REORDER,
            plain,
            blocked),
        new Invocation(onednn, back.forward(), FORWARD, from, blocked, into),
        new Invocation(onednn, back.forwardAdding(), FORWARD, from, blocked, into));
  }

  private Turned strided(
      Kernels kernels, Shape inputShape, int stride, Tensor plain, Tensor from, Tensor into) {
    OneDnn onednn = kernels.onednn();
    Kernels.StridedBackward back =
        kernels.stridedBackward(inputShape, slice.shape().get(0), slice.shape().get(2), stride);
    Tensor blocked = onednn.tensor(back.weights());
    return new Turned(
        FloatBuffer.allocate(0),
        new float[0],
        new float[0],
        new Invocation(
            onednn, kernels.reorder(plain.description(), back.weights()), REORDER, plain, blocked),
        new Invocation(
            onednn,
            back.primitive(),
            new int[] {dnnl.DNNL_ARG_DIFF_DST, dnnl.DNNL_ARG_WEIGHTS, dnnl.DNNL_ARG_DIFF_SRC},
            from,
            blocked,
            into),
        null);
  }

  /** Computes the output. */
  void forward() {
    load.run();
    forward.run();
  }

  /** Adds to what the output tensor holds. */
  void forwardAdding() {
    load.run();
    forwardAdding.run();
  }

  /** Computes dL/dw from the output's gradient. */
  void backwardWeights() {
    backwardWeights.run();
    storeGradient.run();
  }

  /**
   * Computes the input's gradient from the output's.
   *
   * @param adding whether to add it to what is there; not for a convolution with a stride
   */
  void backward(boolean adding) {
    if (turned == null) {
      throw new IllegalStateException(slice.name() + " has no place for its input's gradient");
    }
    if (turned.to().length > 0) {
      turn(turned);
    }
    turned.load().run();
    Invocation invocation = adding ? turned.backwardAdding() : turned.backward();
    if (invocation == null) {
      throw new IllegalStateException(slice.name() + " has a stride and cannot add");
    }
    invocation.run();
  }

  private void turn(Turned turned) {
    int outputs = slice.shape().get(0);
    int inputs = slice.shape().get(1);
    int area = turned.from().length / (outputs * inputs);
    weights.buffer().get(slice.offset(), turned.from());
    for (int output = 0; output < outputs; output++) {
      for (int input = 0; input < inputs; input++) {
        int from = (output * inputs + input) * area;
        int to = (input * outputs + output) * area + area - 1;
        for (int i = 0; i < area; i++) {
          turned.to()[to - i] = turned.from()[from + i];
        }
      }
    }
    turned.plain().put(0, turned.to());
  }
}
