package org.dartboard.engine;

import java.nio.FloatBuffer;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.random.RandomStreams;

/**
 * The weights and running statistics that a supernet starts from.
 *
 * <p>As the benchmark's search code leaves them to PyTorch's defaults: convolutions, matrices and
 * the classifier's bias uniform in plus or minus 1/sqrt(inputs of one output); batch norm's scale 1
 * and shift 0; running mean 0 and variance 1. Each slice has a stream of its own, so that two specs
 * that share a slice start it alike.
 */
public final class WeightInitialization {
  private WeightInitialization() {}

  /**
   * Fills w.
   *
   * @param into at least as long as the layout, filled from position 0
   */
  public static void weights(SupernetLayout layout, RandomStreams streams, FloatBuffer into) {
    for (Slice slice : layout.weights().slices()) {
      switch (slice.kind()) {
        case CONVOLUTION, MATRIX -> uniform(slice, inputs(slice), streams, into);
        case BIAS -> uniform(slice, inputs(weightBeside(slice, layout)), streams, into);
        case GAMMA -> fill(slice, 1f, into);
        case BETA -> fill(slice, 0f, into);
        case RUNNING_MEAN, RUNNING_VARIANCE ->
            throw new IllegalStateException(slice.name() + " is no weight");
      }
    }
  }

  /**
   * Fills s: means 0, variances 1.
   *
   * @param into at least as long as the layout, filled from position 0
   */
  public static void state(SupernetLayout layout, FloatBuffer into) {
    for (Slice slice : layout.state().slices()) {
      fill(slice, slice.kind() == Slice.Kind.RUNNING_VARIANCE ? 1f : 0f, into);
    }
  }

  private static Slice weightBeside(Slice bias, SupernetLayout layout) {
    return layout.weights().slice(bias.name().replace(".bias", ".weight"));
  }

  private static int inputs(Slice slice) {
    return slice.length() / slice.shape().get(0);
  }

  private static void uniform(Slice slice, int inputs, RandomStreams streams, FloatBuffer into) {
    UniformRandomProvider random = streams.stream("weights " + slice.name());
    double bound = 1 / Math.sqrt(inputs);
    for (int index = slice.offset(); index < slice.end(); index++) {
      into.put(index, (float) random.nextDouble(-bound, bound));
    }
  }

  private static void fill(Slice slice, float value, FloatBuffer into) {
    for (int index = slice.offset(); index < slice.end(); index++) {
      into.put(index, value);
    }
  }
}
