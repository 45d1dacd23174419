package org.dartboard.engine.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.dartboard.engine.EngineException;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Owns a network's arrays and frees them at once when closed.
 *
 * <p>ND4J frees an array's memory, which lies outside the Java heap, when the collector finds the
 * array; a heap that is not full is not collected. Nothing else in this package keeps an array.
 */
final class Memory implements AutoCloseable {
  private final List<INDArray> arrays = new ArrayList<>();
  private long bytes;

  /**
   * An array of zeros in single precision, in row-major order.
   *
   * @throws EngineException if memory does not suffice
   */
  INDArray zeros(long... shape) {
    return allocate(DataType.FLOAT, shape);
  }

  /** Likewise, of 64-bit integers. */
  INDArray integers(long... shape) {
    return allocate(DataType.INT64, shape);
  }

  private INDArray allocate(DataType type, long... shape) {
    double numbers = 1;
    for (long dimension : shape) {
      numbers *= dimension;
    }
    if (numbers > Integer.MAX_VALUE) {
      throw new EngineException(
          String.format(
              "memory for an array of %.0f numbers cannot be had; use a smaller batch or width",
              numbers));
    }
    try {
      INDArray array = Nd4j.create(type, shape, 'c');
      arrays.add(array);
      bytes += array.length() * type.width();
      return array;
    } catch (OutOfMemoryError | RuntimeException e) {
      throw new EngineException(
          String.format(
              "memory does not suffice: %d MiB are taken, and %.0f MiB more cannot be had (%s). Use"
                  + " a smaller batch or width, or give the program more with -Xmx, which also"
                  + " bounds ND4J's memory outside the heap",
              bytes >> 20, numbers * type.width() / (1 << 20), e.getMessage()),
          e);
    }
  }

  /** How many bytes the arrays have. */
  long bytes() {
    return bytes;
  }

  @Override
  public void close() {
    for (INDArray array : arrays) {
      array.close();
    }
    arrays.clear();
    bytes = 0;
  }
}
