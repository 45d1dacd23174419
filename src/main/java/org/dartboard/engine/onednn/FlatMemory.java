package org.dartboard.engine.onednn;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/** A caller's flat buffer as primitives see it: one tensor for each piece. */
final class FlatMemory {
  private record Piece(Tensor tensor, int offset) {}

  private final OneDnn onednn;
  private final List<Piece> pieces = new ArrayList<>();
  private @Nullable FloatBuffer bound;

  FlatMemory(OneDnn onednn) {
    this.onednn = onednn;
  }

  /**
   * A tensor that lies in whatever buffer is bound.
   *
   * @param offset of its first number in the buffer
   */
  Tensor piece(dnnl_memory_desc description, int offset) {
    Tensor tensor = onednn.external(description);
    pieces.add(new Piece(tensor, offset));
    return tensor;
  }

  /** Makes all pieces lie in this buffer. */
  // A buffer's equals compares content; which memory it is, is what matters here.
  @SuppressWarnings("ReferenceEquality")
  void bind(FloatBuffer buffer) {
    if (buffer == bound) {
      return;
    }
    BytePointer start = new BytePointer(new FloatPointer(buffer.duplicate().rewind()));
    for (Piece piece : pieces) {
      BytePointer place = start.getPointer((long) piece.offset * Float.BYTES);
      OneDnn.check(
          dnnl.dnnl_memory_set_data_handle(piece.tensor.memory(), place), "name a tensor's memory");
    }
    bound = buffer;
  }

  /** The buffer that is bound. */
  FloatBuffer buffer() {
    if (bound == null) {
      throw new IllegalStateException("no buffer is bound");
    }
    return bound;
  }
}
