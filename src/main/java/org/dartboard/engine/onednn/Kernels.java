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
  private final ConvolutionKernels convolutions;
  private final PoolingKernels pools;

  Kernels(OneDnn onednn) {
    this.onednn = onednn;
    convolutions = new ConvolutionKernels(this);
    pools = new PoolingKernels(this);
  }

  private record NormKey(Shape shape, boolean fixed, double epsilon) {}

  private record SingleImagesKey(Shape shape) {}

  private record RowsKey(Shape shape) {}

  private record ReluKey(Shape shape) {}

  private record BinaryKey(Shape shape, int algorithm, Shape second, Attributes attributes) {}

  /** A primitive and its derivative. */
  record Pair(dnnl_primitive forward, dnnl_primitive backward) {}

  OneDnn onednn() {
    return onednn;
  }

  /** Convolutions. */
  ConvolutionKernels convolutions() {
    return convolutions;
  }

  /** Pooling. */
  PoolingKernels pools() {
    return pools;
  }

  /**
   * Batch norm with scale and shift.
   *
   * @param fixed whether mean and variance are given rather than the batch's
   */
  Norm norm(Shape shape, boolean fixed, double epsilon) {
    return cached(new NormKey(shape, fixed, epsilon), () -> new Norm(this, shape, fixed, epsilon));
  }

  /** Single precision for what cannot be computed well in the shape's own. */
  SingleImages singleImages(Shape shape) {
    return cached(new SingleImagesKey(shape), () -> new SingleImages(this, shape));
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
          // With 8 channels oneDNN takes four times as long for a number when it sees the pixels.
          boolean whole = second.equals(shape.row()) || second.equals(Shape.SCALAR);
          dnnl_memory_desc images = whole ? rows(shape) : images(shape);
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
    return cached(
        shape, () -> onednn.describe(shape.dimensions(), dnnl.dnnl_nhwc, shape.precision()));
  }

  /** The same memory, each {@link Shape#row} seen as one pixel with many channels. */
  private dnnl_memory_desc rows(Shape shape) {
    int rows = shape.rows();
    long[] dimensions = {
      shape.count(), (long) shape.channels() * shape.side() * rows, shape.side() / rows, 1
    };
    return cached(
        new RowsKey(shape), () -> onednn.describe(dimensions, dnnl.dnnl_nhwc, shape.precision()));
  }

  /** What a description says of one of its tensors. */
  static dnnl_memory_desc queried(dnnl_primitive_desc description, int query) {
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
}
