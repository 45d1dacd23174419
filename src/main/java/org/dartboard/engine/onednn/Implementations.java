package org.dartboard.engine.onednn;

import java.util.function.Supplier;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Chooses between oneDNN's implementations of one primitive.
 *
 * <p>oneDNN offers them in an order that is right for large tensors. The choice made here depends
 * on shapes alone, never on measured time, so that results repeat bit for bit.
 */
final class Implementations {
  /** Convolutions whose code is generated for the shape, on AVX-512. */
  static final String DIRECT = "jit:avx512_core";

  private Implementations() {}

  /**
   * Describes a primitive with the implementation of a name, or with oneDNN's own choice where
   * there is none of that name for this processor and shape.
   *
   * @param describe describes the primitive anew, with oneDNN's own choice
   */
  static dnnl_primitive_desc prefer(String name, Supplier<dnnl_primitive_desc> describe) {
    dnnl_primitive_desc description = describe.get();
    while (!name(description).equals(name)) {
      if (dnnl.dnnl_primitive_desc_next_impl(description) != dnnl.dnnl_success) {
        return describe.get();
      }
    }
    return description;
  }

  private static String name(dnnl_primitive_desc description) {
    try (PointerPointer<?> place = new PointerPointer<>(1)) {
      OneDnn.check(
          dnnl.dnnl_primitive_desc_query(description, dnnl.dnnl_query_impl_info_str, 0, place),
          "name an implementation");
      return place.getString(0);
    }
  }
}
