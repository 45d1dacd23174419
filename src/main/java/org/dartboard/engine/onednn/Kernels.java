package org.dartboard.engine.onednn;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;

/** Makes each primitive once per shape, whoever asks for it. */
final class Kernels {
  private final OneDnn onednn;
  private final Map<Object, Object> made = new HashMap<>();

  Kernels(OneDnn onednn) {
    this.onednn = onednn;
  }

  private record ConvolutionKey(Shape input, int outputs, int kernel, int stride) {}

  private record NormKey(Shape shape, boolean fixed, double epsilon) {}

  private record PoolKey(Shape input, int kernel, int stride, int pad) {}

  private record MaximumKey(Shape input) {}

  private record RowsKey(Shape shape) {}

  private record ReluKey(Shape shape) {}

  private record BinaryKey(Shape shape, int algorithm, Shape second, Attributes attributes) {}

  /** Convolutions of one shape; weights in the layouts that oneDNN likes best. */
  record Convolution(
      dnnl_primitive forward,
      dnnl_primitive forwardAdding,
      dnnl_memory_desc forwardWeights,
      dnnl_primitive backwardWeights,
      dnnl_memory_desc gradient) {}

  /** Derivative of a strided convolution with respect to its input. */
  record StridedBackward(dnnl_primitive primitive, dnnl_memory_desc weights) {}

  /** A primitive and its derivative. */
  record Pair(dnnl_primitive forward, dnnl_primitive backward) {}

  /** The largest value of each channel; the workspace remembers where it was. */
  record Maximum(dnnl_primitive forward, dnnl_primitive backward, dnnl_memory_desc workspace) {}

  OneDnn onednn() {
    return onednn;
  }

  /** Padding is (kernel - 1) / 2; there is no bias. */
  Convolution convolution(Shape input, int outputs, int kernel, int stride) {
    return cached(
        new ConvolutionKey(input, outputs, kernel, stride),
        () -> {
          Geometry geometry = new Geometry(input, outputs, kernel, stride);
          dnnl_primitive_desc forward = forward(geometry, geometry.anyWeights, Attributes.NONE);
          dnnl_memory_desc weights = queried(forward, dnnl.dnnl_query_weights_md);
          dnnl_primitive_desc adding = forward(geometry, weights, Attributes.ACCUMULATE);
          dnnl_primitive_desc backward = new dnnl_primitive_desc();
          OneDnn.check(
              dnnl.dnnl_convolution_backward_weights_primitive_desc_create(
                  backward,
                  onednn.engine(),
                  dnnl.dnnl_convolution_direct,
                  geometry.source,
                  geometry.anyWeights,
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
              queried(backward, dnnl.dnnl_query_diff_weights_md));
        });
  }

  /** The derivative with respect to the input, for a convolution with a stride. */
  StridedBackward stridedBackward(Shape input, int outputs, int kernel, int stride) {
    Geometry geometry = new Geometry(input, outputs, kernel, stride);
    dnnl_primitive_desc forward = forward(geometry, geometry.anyWeights, Attributes.NONE);
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
    onednn.own(backward);
    return new StridedBackward(
        onednn.primitive(backward), queried(backward, dnnl.dnnl_query_weights_md));
  }

  /**
   * Batch norm with scale and shift.
   *
   * @param fixed whether mean and variance are given rather than the batch's
   */
  Pair norm(Shape shape, boolean fixed, double epsilon) {
    return cached(
        new NormKey(shape, fixed, epsilon),
        () -> {
          int flags =
              dnnl.dnnl_use_scale | dnnl.dnnl_use_shift | (fixed ? dnnl.dnnl_use_global_stats : 0);
          dnnl_memory_desc images = images(shape);
          dnnl_primitive_desc forward = new dnnl_primitive_desc();
          OneDnn.check(
              dnnl.dnnl_batch_normalization_forward_primitive_desc_create(
                  forward,
                  onednn.engine(),
                  dnnl.dnnl_forward_training,
                  images,
                  images,
                  (float) epsilon,
                  flags,
                  null),
              "prepare batch norm");
          onednn.own(forward);
          dnnl_primitive_desc backward = new dnnl_primitive_desc();
          OneDnn.check(
              dnnl.dnnl_batch_normalization_backward_primitive_desc_create(
                  backward,
                  onednn.engine(),
                  dnnl.dnnl_backward,
                  images,
                  images,
                  images,
                  (float) epsilon,
                  flags,
                  forward,
                  null),
              "prepare batch norm's gradient");
          onednn.own(backward);
          return new Pair(onednn.primitive(forward), onednn.primitive(backward));
        });
  }

  /** Average pooling; places in the padding are not counted. */
  Pair pool(Shape input, int kernel, int stride, int pad) {
    return cached(
        new PoolKey(input, kernel, stride, pad),
        () -> {
          Pooling pooling =
              pooling(dnnl.dnnl_pooling_avg_exclude_padding, input, kernel, stride, pad);
          return new Pair(onednn.primitive(pooling.forward), onednn.primitive(pooling.backward));
        });
  }

  /** The largest value of each channel of each image. */
  Maximum maximum(Shape input) {
    return cached(
        new MaximumKey(input),
        () -> {
          Pooling pooling = pooling(dnnl.dnnl_pooling_max, input, input.side(), 1, 0);
          return new Maximum(
              onednn.primitive(pooling.forward),
              onednn.primitive(pooling.backward),
              queried(pooling.forward, dnnl.dnnl_query_workspace_md));
        });
  }

  private record Pooling(dnnl_primitive_desc forward, dnnl_primitive_desc backward) {}

  private Pooling pooling(int algorithm, Shape input, int kernel, int stride, int pad) {
    int side = (input.side() + 2 * pad - kernel) / stride + 1;
    dnnl_memory_desc source = images(input);
    dnnl_memory_desc target = images(input.withSide(side));
    long[] strides = {stride, stride};
    long[] window = {kernel, kernel};
    long[] dilation = {0, 0};
    long[] padding = {pad, pad};
    dnnl_primitive_desc forward = new dnnl_primitive_desc();
    OneDnn.check(
        dnnl.dnnl_pooling_forward_primitive_desc_create(
            forward,
            onednn.engine(),
            dnnl.dnnl_forward_training,
            algorithm,
            source,
            target,
            strides,
            window,
            dilation,
            padding,
            padding,
            null),
        "prepare pooling");
    onednn.own(forward);
    dnnl_primitive_desc backward = new dnnl_primitive_desc();
    OneDnn.check(
        dnnl.dnnl_pooling_backward_primitive_desc_create(
            backward,
            onednn.engine(),
            algorithm,
            source,
            target,
            strides,
            window,
            dilation,
            padding,
            padding,
            forward,
            null),
        "prepare pooling's gradient");
    onednn.own(backward);
    return new Pooling(forward, backward);
  }

  /** ReLU; the derivative takes ReLU's input or, just as well, its output. */
  Pair relu(Shape shape) {
    return cached(
        new ReluKey(shape),
        () -> {
          dnnl_memory_desc images = images(shape);
          dnnl_primitive_desc forward = new dnnl_primitive_desc();
          OneDnn.check(
              dnnl.dnnl_eltwise_forward_primitive_desc_create(
                  forward,
                  onednn.engine(),
                  dnnl.dnnl_forward_training,
                  dnnl.dnnl_eltwise_relu,
                  images,
                  images,
                  0f,
                  0f,
                  null),
              "prepare ReLU");
          onednn.own(forward);
          dnnl_primitive_desc backward = new dnnl_primitive_desc();
          OneDnn.check(
              dnnl.dnnl_eltwise_backward_primitive_desc_create(
                  backward,
                  onednn.engine(),
                  dnnl.dnnl_eltwise_relu,
                  images,
                  images,
                  images,
                  0f,
                  0f,
                  forward,
                  null),
              "prepare ReLU's gradient");
          onednn.own(backward);
          return new Pair(onednn.primitive(forward), onednn.primitive(backward));
        });
  }

  /**
   * A sum or product of two tensors.
   *
   * @param algorithm {@code dnnl_binary_add} or {@code dnnl_binary_mul}
   * @param second shape of the second operand: the first's, {@link Shape#SCALAR}, one value for
   *     each channel of each image, or {@link Shape#row} of the first's
   */
  dnnl_primitive binary(Shape shape, int algorithm, Shape second, Attributes attributes) {
    return cached(
        new BinaryKey(shape, algorithm, second, attributes),
        () -> {
          dnnl_memory_desc images = second.equals(shape.row()) ? rows(shape) : images(shape);
          dnnl_memory_desc other = images(second);
          dnnl_primitive_desc description = new dnnl_primitive_desc();
          Function<dnnl_primitive_attr, Integer> create =
              native_ ->
                  dnnl.dnnl_binary_primitive_desc_create(
                      description, onednn.engine(), algorithm, images, other, images, native_);
          OneDnn.check(attributes.with(images, create), "prepare a sum or product");
          onednn.own(description);
          return onednn.primitive(description);
        });
  }

  /** A change of layout. */
  dnnl_primitive reorder(dnnl_memory_desc from, dnnl_memory_desc to) {
    return reorder(from, to, Attributes.NONE);
  }

  /** A change of layout, perhaps added to what is there. */
  dnnl_primitive reorder(dnnl_memory_desc from, dnnl_memory_desc to, Attributes attributes) {
    dnnl_primitive_desc description = new dnnl_primitive_desc();
    Function<dnnl_primitive_attr, Integer> create =
        native_ ->
            dnnl.dnnl_reorder_primitive_desc_create(
                description, from, onednn.engine(), to, onednn.engine(), native_);
    OneDnn.check(attributes.with(to, create), "prepare a change of layout");
    onednn.own(description);
    return onednn.primitive(description);
  }

  /** The description of dense images, channels last. */
  dnnl_memory_desc images(Shape shape) {
    return cached(shape, () -> onednn.describe(shape.dimensions(), dnnl.dnnl_nhwc));
  }

  /** The same memory, each row of pixels seen as one pixel with many channels. */
  private dnnl_memory_desc rows(Shape shape) {
    long[] dimensions = {shape.count(), (long) shape.channels() * shape.side(), shape.side(), 1};
    return cached(new RowsKey(shape), () -> onednn.describe(dimensions, dnnl.dnnl_nhwc));
  }

  private dnnl_primitive_desc forward(
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

  private static dnnl_memory_desc queried(dnnl_primitive_desc description, int query) {
    // Belongs to the primitive's description, which lives as long as the plan.
    return dnnl.dnnl_primitive_desc_query_md(description, query, 0);
  }

  @SuppressWarnings("unchecked")
  private <T> T cached(Object key, java.util.function.Supplier<T> maker) {
    Object found = made.get(key);
    if (found == null) {
      found = maker.get();
      made.put(key, found);
    }
    return (T) found;
  }

  /** A convolution's shapes as oneDNN wants them. */
  private final class Geometry {
    final dnnl_memory_desc source;
    final dnnl_memory_desc target;
    final dnnl_memory_desc anyWeights;
    final long[] strides;
    final long[] dilation = {0, 0};
    final long[] padding;

    Geometry(Shape input, int outputs, int kernel, int stride) {
      int pad = (kernel - 1) / 2;
      int side = (input.side() + 2 * pad - kernel) / stride + 1;
      source = images(input);
      target = images(new Shape(input.count(), outputs, side));
      anyWeights =
          onednn.describe(
              new long[] {outputs, input.channels(), kernel, kernel}, dnnl.dnnl_format_tag_any);
      strides = new long[] {stride, stride};
      padding = new long[] {pad, pad};
    }
  }
}
