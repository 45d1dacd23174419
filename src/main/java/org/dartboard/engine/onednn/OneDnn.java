package org.dartboard.engine.onednn;

import java.util.ArrayDeque;
import java.util.Deque;
import org.bytedeco.dnnl.dnnl_engine;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.dartboard.engine.EngineException;
import org.dartboard.engine.Precision;

/** oneDNN's CPU and stream, and the owner of all native memory of one supernet. */
final class OneDnn implements AutoCloseable {
  private static final int ALIGNMENT = 64;

  private final Deque<Runnable> releases = new ArrayDeque<>();
  private final dnnl_engine engine = new dnnl_engine();
  private final dnnl_stream stream = new dnnl_stream();
  private final long available = PhysicalMemory.available();
  private long allocated;

  private OneDnn() {
    check(dnnl.dnnl_engine_create(engine, dnnl.dnnl_cpu, 0), "make a CPU engine");
    releases.push(() -> dnnl.dnnl_engine_destroy(engine));
    check(dnnl.dnnl_stream_create(stream, engine, dnnl.dnnl_stream_default_flags), "make a stream");
    releases.push(() -> dnnl.dnnl_stream_destroy(stream));
  }

  /**
   * Loads oneDNN.
   *
   * @throws EngineException if its native library is not there for this platform
   */
  static OneDnn open() {
    try {
      return new OneDnn();
    } catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
      throw new EngineException(
          "oneDNN's native library cannot be loaded on "
              + System.getProperty("os.name")
              + " "
              + System.getProperty("os.arch")
              + ": "
              + e.getMessage()
              + ". It comes with the artifacts org.bytedeco:dnnl, opencl and javacpp of the"
              + " platform's classifier",
          e);
    }
  }

  /** Throws if a call of oneDNN did not succeed. */
  static void check(int status, String attempt) {
    if (status != 0) {
      String reason =
          switch (status) {
            case 1 -> "out of memory; give the machine more, or use a smaller batch or width";
            case 2 -> "invalid arguments";
            case 3 -> "not implemented for this processor or shape";
            default -> "status " + status;
          };
      throw new EngineException("oneDNN could not " + attempt + ": " + reason);
    }
  }

  dnnl_engine engine() {
    return engine;
  }

  dnnl_stream stream() {
    return stream;
  }

  /** Bytes of tensor memory that this owns. */
  long allocated() {
    return allocated;
  }

  /** A description with one of oneDNN's format tags, in single precision. */
  dnnl_memory_desc describe(long[] dimensions, int tag) {
    return describe(dimensions, tag, Precision.FP32);
  }

  /** A description with one of oneDNN's format tags. */
  dnnl_memory_desc describe(long[] dimensions, int tag, Precision precision) {
    int type =
        switch (precision) {
          case FP32 -> dnnl.dnnl_f32;
          case BF16 -> dnnl.dnnl_bf16;
        };
    dnnl_memory_desc description = new dnnl_memory_desc();
    check(
        dnnl.dnnl_memory_desc_create_with_tag(
            description, dimensions.length, dimensions, type, tag),
        "describe a tensor");
    releases.push(() -> dnnl.dnnl_memory_desc_destroy(description));
    return description;
  }

  /** New memory for images, channels last. */
  Tensor images(Shape shape) {
    return tensor(describe(shape.dimensions(), dnnl.dnnl_nhwc, shape.precision()));
  }

  /** New memory for a vector. */
  Tensor vector(int length) {
    return tensor(describe(new long[] {length}, dnnl.dnnl_a));
  }

  /**
   * New memory for images that are read again at once. It begins in the middle of a cache line,
   * since batch norm writes past the caches where it may.
   */
  Tensor scratch(Shape shape) {
    return tensor(describe(shape.dimensions(), dnnl.dnnl_nhwc, shape.precision()), ALIGNMENT / 2);
  }

  /** New memory, zeroed. */
  Tensor tensor(dnnl_memory_desc description) {
    return tensor(description, 0);
  }

  private Tensor tensor(dnnl_memory_desc description, int offset) {
    long bytes = Math.max(dnnl.dnnl_memory_desc_get_size(description), Float.BYTES);
    // Systems promise memory that they do not have, and end the process that then uses it.
    Pointer block = allocated + bytes > available ? null : Pointer.calloc(1, bytes + 2 * ALIGNMENT);
    if (block == null || block.isNull()) {
      throw new EngineException(
          "out of native memory: the supernet needs "
              + bytes
              + " bytes more than the "
              + allocated
              + " that it has, and "
              + available
              + " were free. Use a smaller batch, width or depth");
    }
    releases.push(() -> Pointer.free(block));
    long skip = (ALIGNMENT - block.address() % ALIGNMENT) % ALIGNMENT + offset;
    BytePointer data = new BytePointer(block).getPointer(skip).capacity(bytes);
    allocated += bytes;
    return wrap(description, data, bytes);
  }

  /** A part of another tensor's memory. */
  Tensor part(Tensor whole, dnnl_memory_desc description, long offsetBytes) {
    long bytes = dnnl.dnnl_memory_desc_get_size(description);
    return wrap(description, whole.data().getPointer(offsetBytes).capacity(bytes), bytes);
  }

  /** Memory of somebody else, to be named by {@link dnnl#dnnl_memory_set_data_handle} later. */
  Tensor external(dnnl_memory_desc description) {
    return wrap(description, new BytePointer(), dnnl.dnnl_memory_desc_get_size(description));
  }

  private Tensor wrap(dnnl_memory_desc description, BytePointer data, long bytes) {
    dnnl_memory memory = new dnnl_memory();
    check(dnnl.dnnl_memory_create(memory, description, engine, data), "make a tensor");
    releases.push(() -> dnnl.dnnl_memory_destroy(memory));
    return new Tensor(description, memory, data, bytes);
  }

  /** Takes over a primitive's description, which must have been made just now. */
  dnnl_primitive_desc own(dnnl_primitive_desc description) {
    releases.push(() -> dnnl.dnnl_primitive_desc_destroy(description));
    return description;
  }

  /** The primitive of a description. */
  dnnl_primitive primitive(dnnl_primitive_desc description) {
    dnnl_primitive primitive = new dnnl_primitive();
    check(dnnl.dnnl_primitive_create(primitive, description), "make a primitive");
    releases.push(() -> dnnl.dnnl_primitive_destroy(primitive));
    return primitive;
  }

  /** Memory for a primitive's arguments. */
  dnnl_exec_arg_t arguments(int count) {
    dnnl_exec_arg_t arguments = new dnnl_exec_arg_t(count);
    releases.push(arguments::close);
    return arguments;
  }

  /** Frees everything, the newest first. */
  @Override
  public void close() {
    while (!releases.isEmpty()) {
      releases.pop().run();
    }
  }
}
