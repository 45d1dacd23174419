package org.dartboard.engine.nd4j;

import java.nio.FloatBuffer;
import org.dartboard.engine.FlatLayout;
import org.dartboard.engine.Slice;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A flat buffer on ND4J's side: what a call gives, and what it gets back. */
final class Parameters {
  private final FlatLayout layout;
  private final INDArray values;
  private final INDArray results;
  private final float[] staging;

  Parameters(Memory memory, FlatLayout layout) {
    this.layout = layout;
    values = memory.zeros(layout.length());
    results = memory.zeros(layout.length());
    staging = new float[layout.length()];
  }

  /** Whether there is a slice of that name. */
  boolean has(String name) {
    return layout.find(name).isPresent();
  }

  /** The slice's values in its shape; a vector as one row. */
  INDArray value(String name) {
    return view(values, layout.slice(name));
  }

  /** Where the slice's results go, in its shape; a vector as one row. */
  INDArray result(String name) {
    return view(results, layout.slice(name));
  }

  /** The shape of a slice. */
  int[] shape(String name) {
    return layout.slice(name).shape().stream().mapToInt(Integer::intValue).toArray();
  }

  /** Reads all values from a flat buffer. */
  void upload(FloatBuffer from) {
    from.get(0, staging);
    Transfer.upload(staging, values);
  }

  /** Sets all results to the values. */
  void startFromValues() {
    results.assign(values);
  }

  /** Sets all results to 0. */
  void clearResults() {
    results.assign(0);
  }

  /** Writes all results to a flat buffer. */
  void download(FloatBuffer to) {
    to.put(0, Transfer.download(results));
  }

  private static INDArray view(INDArray flat, Slice slice) {
    INDArray piece = flat.get(NDArrayIndex.interval(slice.offset(), slice.end()));
    long[] shape =
        slice.shape().size() == 1
            ? new long[] {1, slice.length()}
            : slice.shape().stream().mapToLong(Integer::longValue).toArray();
    return Views.reshape(piece, shape);
  }
}
