package org.dartboard.engine.onednn;

import java.util.function.Function;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_post_ops;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.global.dnnl;

/**
 * What is done to a primitive's result before it is written.
 *
 * @param accumulate whether it is added to what the target holds
 * @param added how many further tensors of the target's shape are added
 */
record Attributes(boolean accumulate, int added) {
  static final Attributes NONE = new Attributes(false, 0);
  static final Attributes ACCUMULATE = new Attributes(true, 0);

  /** oneDNN's number of the argument for the i-th added tensor. */
  int argument(int i) {
    int position = i + (accumulate ? 1 : 0);
    return dnnl.DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE * (position + 1) | dnnl.DNNL_ARG_SRC_1;
  }

  /** Calls a function with the native form, which lives no longer than the call. */
  <T> T with(dnnl_memory_desc target, Function<dnnl_primitive_attr, T> function) {
    dnnl_primitive_attr attributes = new dnnl_primitive_attr();
    dnnl_post_ops operations = new dnnl_post_ops();
    OneDnn.check(dnnl.dnnl_primitive_attr_create(attributes), "make attributes");
    OneDnn.check(dnnl.dnnl_post_ops_create(operations), "make post-operations");
    try {
      if (accumulate) {
        OneDnn.check(dnnl.dnnl_post_ops_append_sum(operations, 1f, 0, 0), "append a sum");
      }
      for (int i = 0; i < added; i++) {
        OneDnn.check(
            dnnl.dnnl_post_ops_append_binary(operations, dnnl.dnnl_binary_add, target),
            "append an addition");
      }
      OneDnn.check(
          dnnl.dnnl_primitive_attr_set_post_ops(attributes, operations), "set post-operations");
      return function.apply(attributes);
    } finally {
      dnnl.dnnl_post_ops_destroy(operations);
      dnnl.dnnl_primitive_attr_destroy(attributes);
    }
  }
}
