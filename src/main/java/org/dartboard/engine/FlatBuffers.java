package org.dartboard.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Direct buffers of floats in native order, which engines read and write in place. */
public final class FlatBuffers {
  /** The most numbers that a buffer holds: it is addressed by bytes with an int. */
  public static final int LARGEST = Integer.MAX_VALUE / Float.BYTES;

  private FlatBuffers() {}

  /** A buffer of zeros. */
  public static FloatBuffer allocate(int length) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(length, Float.BYTES))
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }
}
