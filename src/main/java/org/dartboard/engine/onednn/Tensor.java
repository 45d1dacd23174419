package org.dartboard.engine.onednn;

import java.nio.FloatBuffer;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.javacpp.BytePointer;

/**
 * Native memory with a layout.
 *
 * @param description the layout
 * @param memory what primitives take
 * @param data where the numbers lie; empty for memory of others
 * @param bytes how many there are
 */
record Tensor(dnnl_memory_desc description, dnnl_memory memory, BytePointer data, long bytes) {
  /** The numbers as Java sees them, for small dense tensors of floats. */
  FloatBuffer floats() {
    return data.asByteBuffer().order(java.nio.ByteOrder.nativeOrder()).asFloatBuffer();
  }
}
