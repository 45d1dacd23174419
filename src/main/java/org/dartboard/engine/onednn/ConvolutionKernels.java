package org.dartboard.engine.onednn;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.dartboard.engine.Precision;

/** The convolutions of {@link Kernels}; padding is (kernel - 1) / 2, and there is no bias. */
final class ConvolutionKernels {
  private final Kernels kernels;
  private final OneDnn onednn;
  private final Map<Key, Convolution> made = new HashMap<>();

  private record Key(Shape input, int outputs, int kernel, int stride) {}

  /** Convolutions of one shape; weights in the layouts that oneDNN likes best. */
  record Convolution(
      dnnl_primitive forward,
      dnnl_primitive forwardAdding,
      dnnl_memory_desc forwardWeights,
      dnnl_primitive backwardWeights,
      dnnl_memory_desc gradient) {}

  /** Derivative of a strided convolution with respect to its input. */
  record StridedBackward(dnnl_primitive primitive, dnnl_memory_desc weights) {}

  ConvolutionKernels(Kernels kernels) {
    this.kernels = kernels;
    onednn = kernels.onednn();
  }

  /** A convolution, made once. */
  Convolution convolution(Shape input, int outputs, int kernel, int stride) {
    return made.computeIfAbsent(new Key(input, outputs, kernel, stride), this::make);
  }

  private Convolution make(Key key) {
    Geometry geometry = new Geometry(key);
    dnnl_primitive_desc forward = forward(geometry, geometry.anyWeights, Attributes.NONE);
    dnnl_memory_desc weights = Kernels.queried(forward, dnnl.dnnl_query_weights_md);
    dnnl_primitive_desc adding = forward(geometry, weights, Attributes.ACCUMULATE);
    dnnl_primitive_desc backward = new dnnl_primitive_desc();
    OneDnn.check(
        dnnl.dnnl_convolution_backward_weights_primitive_desc_create(
            backward,
            onednn.engine(),
            dnnl.dnnl_convolution_direct,
            geometry.source,
            geometry.anyGradient,
            null,
            geometry.target,
            geometry.strides,
            geometry.dilation,
            geometry.padding,
            geometry.padding,
            forward,
            null),
        "prepare a convolution's weight gradient");
    onednn.own(backward);
    return new Convolution(
        onednn.primitive(forward),
        onednn.primitive(adding),
        weights,
        onednn.primitive(backward),
        Kernels.queried(backward, dnnl.dnnl_query_diff_weights_md));
  }

  /** The derivative with respect to the input, for a convolution with a stride. */
  StridedBackward stridedBackward(Shape input, int outputs, int kernel, int stride) {
    Geometry geometry = new Geometry(new Key(input, outputs, kernel, stride));
    dnnl_primitive_desc forward = forward(geometry, geometry.anyWeights, Attributes.NONE);
    dnnl_primitive_desc backward = geometry.chosen(() -> backwardInput(geometry, forward));
    return new StridedBackward(
        onednn.primitive(backward), Kernels.queried(backward, dnnl.dnnl_query_weights_md));
  }

  private dnnl_primitive_desc backwardInput(Geometry geometry, dnnl_primitive_desc forward) {
    dnnl_primitive_desc backward = new dnnl_primitive_desc();
    OneDnn.check(
        dnnl.dnnl_convolution_backward_data_primitive_desc_create(
            backward,
            onednn.engine(),
            dnnl.dnnl_convolution_direct,
            geometry.source,
            geometry.anyWeights,
            geometry.target,
            geometry.strides,
            geometry.dilation,
            geometry.padding,
            geometry.padding,
            forward,
            null),
        "prepare a convolution's input gradient");
    return onednn.own(backward);
  }

  private dnnl_primitive_desc forward(
      Geometry geometry, dnnl_memory_desc weights, Attributes attributes) {
    return geometry.chosen(() -> describeForward(geometry, weights, attributes));
  }

  private dnnl_primitive_desc describeForward(
      Geometry geometry, dnnl_memory_desc weights, Attributes attributes) {
    dnnl_primitive_desc description = new dnnl_primitive_desc();
    Function<dnnl_primitive_attr, Integer> create =
        native_ ->
            dnnl.dnnl_convolution_forward_primitive_desc_create(
                description,
                onednn.engine(),
                dnnl.dnnl_forward_training,
                dnnl.dnnl_convolution_direct,
                geometry.source,
                weights,
                null,
                geometry.target,
                geometry.strides,
                geometry.dilation,
                geometry.padding,
                geometry.padding,
                native_);
    OneDnn.check(attributes.with(geometry.target, create), "prepare a convolution");
    return onednn.own(description);
  }

  /**
   * Whether code that is generated for the shape is faster than oneDNN's first choice, products of
   * small matrices. It is, up to three times, but for 1x1 convolutions and large ones.
   */
  private static boolean direct(Key key) {
    int channels = Math.max(key.input.channels(), key.outputs);
    boolean small = channels <= 32 && key.input.side() <= 16;
    return key.input.precision() == Precision.FP32
        && key.kernel > 1
        && (key.stride > 1 || key.input.channels() <= 8 || small);
  }

  /** A convolution's shapes as oneDNN wants them. */
  private final class Geometry {
    final dnnl_memory_desc source;
    final dnnl_memory_desc target;
    final dnnl_memory_desc anyWeights;
    // In single precision whatever the images are in: it is summed over the whole batch.
    final dnnl_memory_desc anyGradient;
    final long[] strides;
    final long[] dilation = {0, 0};
    final long[] padding;
    private final boolean direct;

    Geometry(Key key) {
      Shape input = key.input;
      int pad = (key.kernel - 1) / 2;
      int side = (input.side() + 2 * pad - key.kernel) / key.stride + 1;
      source = kernels.images(input);
      target = kernels.images(input.withChannels(key.outputs).withSide(side));
      long[] weights = {key.outputs, input.channels(), key.kernel, key.kernel};
      anyWeights = onednn.describe(weights, dnnl.dnnl_format_tag_any, input.precision());
      anyGradient = onednn.describe(weights, dnnl.dnnl_format_tag_any);
      strides = new long[] {key.stride, key.stride};
      padding = new long[] {pad, pad};
      direct = direct(key);
    }

    dnnl_primitive_desc chosen(Supplier<dnnl_primitive_desc> describe) {
      return direct ? Implementations.prefer(Implementations.DIRECT, describe) : describe.get();
    }
  }
}
