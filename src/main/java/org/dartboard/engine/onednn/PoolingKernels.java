package org.dartboard.engine.onednn;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;

/** The poolings of {@link Kernels}. */
final class PoolingKernels {
  private final Kernels kernels;
  private final OneDnn onednn;
  private final Map<Key, Kernels.Pair> averages = new HashMap<>();
  private final Map<Key, dnnl_primitive> padded = new HashMap<>();
  private final Map<Shape, Maximum> maxima = new HashMap<>();

  private record Key(Shape input, int kernel, int stride, int pad) {}

  private record Pooling(dnnl_primitive_desc forward, dnnl_primitive_desc backward) {}

  /** The largest value of each channel; the workspace remembers where it was. */
  record Maximum(dnnl_primitive forward, dnnl_primitive backward, dnnl_memory_desc workspace) {}

  PoolingKernels(Kernels kernels) {
    this.kernels = kernels;
    onednn = kernels.onednn();
  }

  /** Average pooling; places in the padding are not counted. */
  Kernels.Pair average(Shape input, int kernel, int stride, int pad) {
    return averages.computeIfAbsent(
        new Key(input, kernel, stride, pad),
        key -> {
          Pooling pooling = pooling(dnnl.dnnl_pooling_avg_exclude_padding, key);
          return new Kernels.Pair(
              onednn.primitive(pooling.forward), onednn.primitive(pooling.backward));
        });
  }

  /** Forward only: the same size, and places in the padding are counted, as zeros. */
  dnnl_primitive average(Shape input, int kernel) {
    return padded.computeIfAbsent(
        new Key(input, kernel, 1, (kernel - 1) / 2),
        key -> onednn.primitive(pooling(dnnl.dnnl_pooling_avg_include_padding, key).forward));
  }

  /** The largest value of each channel of each image. */
  Maximum maximum(Shape input) {
    return maxima.computeIfAbsent(
        input,
        shape -> {
          Pooling pooling = pooling(dnnl.dnnl_pooling_max, new Key(shape, shape.side(), 1, 0));
          return new Maximum(
              onednn.primitive(pooling.forward),
              onednn.primitive(pooling.backward),
              Kernels.queried(pooling.forward, dnnl.dnnl_query_workspace_md));
        });
  }

  private Pooling pooling(int algorithm, Key key) {
    Shape input = key.input;
    int side = (input.side() + 2 * key.pad - key.kernel) / key.stride + 1;
    dnnl_memory_desc source = kernels.images(input);
    dnnl_memory_desc target = kernels.images(input.withSide(side));
    long[] strides = {key.stride, key.stride};
    long[] window = {key.kernel, key.kernel};
    long[] dilation = {0, 0};
    long[] padding = {key.pad, key.pad};
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
}
