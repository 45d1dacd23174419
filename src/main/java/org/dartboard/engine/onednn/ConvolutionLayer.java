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
  private final TiledInvocation forward;
  private final TiledInvocation forwardAdding;
  private final TiledInvocation backwardWeights;
  private final Invocation storeGradient;
  private final Invocation addGradient;
  private final @Nullable Turned turned;

  /** The convolution with turned weights; never compared. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Turned(
      FloatBuffer plain,
      float[] from,
      float[] to,
      Invocation load,
      TiledInvocation backward,
      @Nullable TiledInvocation backwardAdding) {}

  /** The tensors that a layer works on: its input and output and their gradients. */
  record Ends(Tiles input, Tiles output, @Nullable Tiles inputGradient, Tiles outputGradient) {
    /** The tensors of a whole batch. */
    static Ends of(
        Tensor input, Tensor output, @Nullable Tensor inputGradient, Tensor outputGradient) {
      return new Ends(
          Tiles.same(input),
          Tiles.same(output),
          inputGradient == null ? null : Tiles.same(inputGradient),
          Tiles.same(outputGradient));
    }
  }

  /**
   * @param weights w
   * @param gradient dL/dw
   * @param inputShape shape of a tile of the input
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
    ConvolutionKernels.Convolution own =
        kernels.convolutions().convolution(inputShape, outputs, kernel, stride);
    dnnl_memory_desc plain =
        onednn.describe(
            new long[] {outputs, inputShape.channels(), kernel, kernel}, dnnl.dnnl_oihw);
    Tensor blocked = onednn.tensor(own.forwardWeights());
    Tensor plainWeights = weights.piece(plain, slice.offset());
    load =
        new Invocation(
            onednn, kernels.reorder(plain, own.forwardWeights()), REORDER, plainWeights, blocked);
    Tiles loaded = Tiles.same(blocked);
    forward =
        new TiledInvocation(onednn, own.forward(), FORWARD, ends.input(), loaded, ends.output());
    forwardAdding =
        new TiledInvocation(
            onednn, own.forwardAdding(), FORWARD, ends.input(), loaded, ends.output());
    Tensor blockedGradient = onednn.tensor(own.gradient());
    backwardWeights =
        new TiledInvocation(
            onednn,
            own.backwardWeights(),
            new int[] {dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_DIFF_DST, dnnl.DNNL_ARG_DIFF_WEIGHTS},
            ends.input(),
            ends.outputGradient(),
            Tiles.same(blockedGradient));
    Tensor plainGradient = gradient.piece(plain, slice.offset());
    storeGradient =
        new Invocation(
            onednn,
            kernels.reorder(own.gradient(), plain),
            REORDER,
            blockedGradient,
            plainGradient);
    addGradient =
        new Invocation(
            onednn,
            kernels.reorder(own.gradient(), plain, Attributes.ACCUMULATE),
            REORDER,
            blockedGradient,
            plainGradient);
    Tiles into = ends.inputGradient();
    if (into == null) {
      turned = null;
    } else if (stride == 1) {
      turned = turned(kernels, inputShape, outputs, kernel, ends.outputGradient(), into);
    } else {
      turned = strided(kernels, inputShape, stride, plainWeights, ends.outputGradient(), into);
    }
  }

  private Turned turned(
      Kernels kernels, Shape inputShape, int outputs, int kernel, Tiles from, Tiles into) {
    OneDnn onednn = kernels.onednn();
    ConvolutionKernels.Convolution back =
        kernels
            .convolutions()
            .convolution(inputShape.withChannels(outputs), inputShape.channels(), kernel, 1);
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
        new TiledInvocation(onednn, back.forward(), FORWARD, from, Tiles.same(blocked), into),
        new TiledInvocation(
            onednn, back.forwardAdding(), FORWARD, from, Tiles.same(blocked), into));
  }

  private Turned strided(
      Kernels kernels, Shape inputShape, int stride, Tensor plain, Tiles from, Tiles into) {
    OneDnn onednn = kernels.onednn();
    ConvolutionKernels.StridedBackward back =
        kernels
            .convolutions()
            .stridedBackward(inputShape, slice.shape().get(0), slice.shape().get(2), stride);
    Tensor blocked = onednn.tensor(back.weights());
    return new Turned(
        FloatBuffer.allocate(0),
        new float[0],
        new float[0],
        new Invocation(
            onednn, kernels.reorder(plain.description(), back.weights()), REORDER, plain, blocked),
        new TiledInvocation(
            onednn,
            back.primitive(),
            new int[] {dnnl.DNNL_ARG_DIFF_DST, dnnl.DNNL_ARG_WEIGHTS, dnnl.DNNL_ARG_DIFF_SRC},
            from,
            Tiles.same(blocked),
            into),
        null);
  }

  /** Makes this call's weights take effect in the forward direction. */
  void load() {
    load.run();
  }

  /** Computes the output of a tile with the weights that were loaded. */
  void forward(int tile) {
    forward.run(tile);
  }

  /** Computes the output of a whole batch. */
  void forward() {
    load.run();
    forward.run(0);
  }

  /** Adds to what the output tensor of a whole batch holds. */
  void forwardAdding() {
    load.run();
    forwardAdding.run(0);
  }

  /** Computes dL/dw from the output's gradient; for tiles from the first to the last. */
  void backwardWeights(int tile) {
    backwardWeights.run(tile);
    (tile == 0 ? storeGradient : addGradient).run();
  }

  /** Makes this call's weights take effect in the backward direction. */
  void loadBackward() {
    Turned back = turned();
    if (back.to().length > 0) {
      turn(back);
    }
    back.load().run();
  }

  /**
   * Computes the input's gradient of a tile from the output's, with the weights that were loaded.
   *
   * @param adding whether to add it to what is there; not for a convolution with a stride
   */
  void backward(int tile, boolean adding) {
    Turned back = turned();
    TiledInvocation invocation = adding ? back.backwardAdding() : back.backward();
    if (invocation == null) {
      throw new IllegalStateException(slice.name() + " has a stride and cannot add");
    }
    invocation.run(tile);
  }

  /** Computes the input's gradient of a whole batch, or adds it to what is there. */
  void backward(boolean adding) {
    loadBackward();
    backward(0, adding);
  }

  private Turned turned() {
    if (turned == null) {
      throw new IllegalStateException(slice.name() + " has no place for its input's gradient");
    }
    return turned;
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
