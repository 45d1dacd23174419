package org.dartboard.engine.onednn;

import java.nio.FloatBuffer;
import org.dartboard.engine.FlatLayout;
import org.dartboard.engine.Slice;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.SupernetSpec;
import org.jspecify.annotations.Nullable;

/** Where one batch norm's parameters and running statistics lie in the flat buffers. */
final class NormSlices {
  private final @Nullable Slice gamma;
  private final @Nullable Slice beta;
  private final @Nullable Slice mean;
  private final @Nullable Slice variance;

  NormSlices(SupernetLayout layout, String name) {
    gamma = find(layout.weights(), name + ".gamma");
    beta = find(layout.weights(), name + ".beta");
    mean = find(layout.state(), name + ".mean");
    variance = find(layout.state(), name + ".variance");
  }

  private static @Nullable Slice find(FlatLayout layout, String name) {
    return layout.find(name).orElse(null);
  }

  /** gamma of a channel; 1 where there is none. */
  double gamma(Call call, int channel) {
    return gamma == null ? 1 : call.input().weights().get(gamma.offset() + channel);
  }

  /** beta of a channel; 0 where there is none. */
  double beta(Call call, int channel) {
    return beta == null ? 0 : call.input().weights().get(beta.offset() + channel);
  }

  /** Writes the gradients of gamma and beta of a channel, if there are any. */
  void storeGradient(Call call, int channel, double ofGamma, double ofBeta) {
    if (gamma != null && beta != null) {
      FloatBuffer gradient = call.output().weightGradient();
      gradient.put(gamma.offset() + channel, (float) ofGamma);
      gradient.put(beta.offset() + channel, (float) ofBeta);
    }
  }

  /** Whether the call takes running statistics rather than the batch's. */
  boolean fixed(Call call) {
    return !call.knobs().training() && mean != null;
  }

  /** Running statistics of all channels; only where {@link #fixed}. */
  void load(Call call, FloatBuffer means, FloatBuffer variances) {
    if (mean != null && variance != null) {
      means.put(0, call.input().state(), mean.offset(), means.capacity());
      variances.put(0, call.input().state(), variance.offset(), variances.capacity());
    }
  }

  /**
   * Moves the running statistics, where wanted.
   *
   * @param count values per channel
   */
  void update(Call call, FloatBuffer means, FloatBuffer variances, double count) {
    if (!call.wantsState() || mean == null || variance == null) {
      return;
    }
    FloatBuffer before = call.input().state();
    FloatBuffer after = call.output().state();
    double unbiased = count > 1 ? count / (count - 1) : 1;
    for (int c = 0; c < means.capacity(); c++) {
      int m = mean.offset() + c;
      int v = variance.offset() + c;
      after.put(m, moved(before.get(m), means.get(c)));
      after.put(v, moved(before.get(v), unbiased * variances.get(c)));
    }
  }

  private static float moved(float running, double ofBatch) {
    return (float) (running + SupernetSpec.MOMENTUM * (ofBatch - running));
  }
}
