package org.dartboard.engine.onednn;

import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_post_ops;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;

/**
 * The gradient of batch norm's input in one pass: a (dy + b (x - m) + c), with a, b, c and m for
 * each channel.
 *
 * <p>a comes last: where few values are normalised, most of the sum cancels before.
 */
final class CentredGradient {
  private final ChannelVector mean;
  private final ChannelVector slope;
  private final ChannelVector shift;
  private final ChannelVector outer;
  private final TiledInvocation invocation;

  /**
   * @param shape of a tile
   * @param input x
   * @param outputGradient dy
   * @param outer a
   * @param inputGradient where the result goes
   */
  CentredGradient(
      Kernels kernels,
      Shape shape,
      Tiles input,
      Tiles outputGradient,
      ChannelVector outer,
      Tiles inputGradient) {
    this.outer = outer;
    mean = new ChannelVector(kernels, shape);
    slope = new ChannelVector(kernels, shape);
    shift = new ChannelVector(kernels, shape);
    invocation =
        new TiledInvocation(
            kernels.onednn(),
            kernels.centredGradient(shape),
            new int[] {
              dnnl.DNNL_ARG_SRC_0,
              dnnl.DNNL_ARG_SRC_1,
              argument(0),
              argument(1),
              argument(2),
              argument(3),
              dnnl.DNNL_ARG_DST
            },
            input,
            Tiles.same(mean.tensor()),
            Tiles.same(slope.tensor()),
            Tiles.same(shift.tensor()),
            outputGradient,
            Tiles.same(outer.tensor()),
            inputGradient);
  }

  private static int argument(int position) {
    return dnnl.DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE * (position + 1) | dnnl.DNNL_ARG_SRC_1;
  }

  /**
   * Describes the primitive.
   *
   * @param images as rows
   * @param row a number for each place of a row
   */
  static dnnl_primitive primitive(OneDnn onednn, dnnl_memory_desc images, dnnl_memory_desc row) {
    dnnl_primitive_desc description = new dnnl_primitive_desc();
    dnnl_primitive_attr attributes = new dnnl_primitive_attr();
    dnnl_post_ops operations = new dnnl_post_ops();
    OneDnn.check(dnnl.dnnl_primitive_attr_create(attributes), "make attributes");
    OneDnn.check(dnnl.dnnl_post_ops_create(operations), "make post-operations");
    try {
      append(operations, dnnl.dnnl_binary_mul, row);
      append(operations, dnnl.dnnl_binary_add, row);
      append(operations, dnnl.dnnl_binary_add, images);
      append(operations, dnnl.dnnl_binary_mul, row);
      OneDnn.check(
          dnnl.dnnl_primitive_attr_set_post_ops(attributes, operations), "set post-operations");
      OneDnn.check(
          dnnl.dnnl_binary_primitive_desc_create(
              description,
              onednn.engine(),
              dnnl.dnnl_binary_sub,
              images,
              row,
              images,
              attributes),
          "prepare the gradient of batch norm");
    } finally {
      dnnl.dnnl_post_ops_destroy(operations);
      dnnl.dnnl_primitive_attr_destroy(attributes);
    }
    return onednn.primitive(onednn.own(description));
  }

  private static void append(dnnl_post_ops operations, int algorithm, dnnl_memory_desc second) {
    OneDnn.check(
        dnnl.dnnl_post_ops_append_binary(operations, algorithm, second), "append an operation");
  }

  /** Sets all coefficients. */
  void set(double[] means, double[] slopes, double[] shifts, double[] outers) {
    mean.set(means);
    slope.set(slopes);
    shift.set(shifts);
    outer.set(outers);
  }

  void run(int tile) {
    invocation.run(tile);
  }
}
