package org.dartboard.engine.onednn;

import java.nio.FloatBuffer;
import org.bytedeco.dnnl.global.dnnl;
import org.dartboard.engine.FlatLayout;
import org.dartboard.engine.Slice;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.SupernetSpec;
import org.jspecify.annotations.Nullable;

/**
 * One batch norm of the network, with a factor folded in.
 *
 * <p>With the factor f its scale is f gamma and its shift f beta, so that it computes f times the
 * plain batch norm, and the derivative with respect to f is the sum over channels of gamma times
 * the scale's gradient plus beta times the shift's. That holds for f = 0 too: nothing is divided by
 * f.
 */
final class NormLayer {
  private static final int[] FORWARD = {
    dnnl.DNNL_ARG_SRC,
    dnnl.DNNL_ARG_DST,
    dnnl.DNNL_ARG_MEAN,
    dnnl.DNNL_ARG_VARIANCE,
    dnnl.DNNL_ARG_SCALE,
    dnnl.DNNL_ARG_SHIFT
  };
  private static final int TARGET = 1;
  private static final int[] BACKWARD = {
    dnnl.DNNL_ARG_SRC,
    dnnl.DNNL_ARG_DIFF_DST,
    dnnl.DNNL_ARG_DIFF_SRC,
    dnnl.DNNL_ARG_MEAN,
    dnnl.DNNL_ARG_VARIANCE,
    dnnl.DNNL_ARG_SCALE,
    dnnl.DNNL_ARG_DIFF_SCALE,
    dnnl.DNNL_ARG_DIFF_SHIFT
  };

  private final Shape shape;
  private final @Nullable Slice gamma;
  private final @Nullable Slice beta;
  private final @Nullable Slice runningMean;
  private final @Nullable Slice runningVariance;
  private final FloatBuffer mean;
  private final FloatBuffer variance;
  private final FloatBuffer scale;
  private final FloatBuffer shift;
  private final FloatBuffer scaleGradient;
  private final FloatBuffer shiftGradient;
  private final Invocation forward;
  private final Invocation forwardFixed;
  private final Invocation backward;
  private final Invocation backwardFixed;
  private boolean fixed;

  /**
   * @param name of the layer's slices
   * @param input what it normalises
   * @param output where the result goes unless told otherwise
   * @param outputGradient where the gradient comes from
   * @param inputGradient where the input's gradient goes
   */
  NormLayer(
      Kernels kernels,
      SupernetLayout layout,
      String name,
      Shape shape,
      Tensor input,
      Tensor output,
      Tensor outputGradient,
      Tensor inputGradient) {
    OneDnn onednn = kernels.onednn();
    this.shape = shape;
    gamma = find(layout.weights(), name + ".gamma");
    beta = find(layout.weights(), name + ".beta");
    runningMean = find(layout.state(), name + ".mean");
    runningVariance = find(layout.state(), name + ".variance");
    Tensor[] vectors = new Tensor[6];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = onednn.vector(shape.channels());
    }
    mean = vectors[0].floats();
    variance = vectors[1].floats();
    scale = vectors[2].floats();
    shift = vectors[3].floats();
    scaleGradient = vectors[4].floats();
    shiftGradient = vectors[5].floats();
    Kernels.Pair ofBatch = kernels.norm(shape, false, SupernetSpec.EPSILON);
    Kernels.Pair given = kernels.norm(shape, true, SupernetSpec.EPSILON);
    Tensor[] forwardTensors = {
      input, output, vectors[0], vectors[1], vectors[2], vectors[3],
    };
    forward = new Invocation(onednn, ofBatch.forward(), FORWARD, forwardTensors);
    forwardFixed = new Invocation(onednn, given.forward(), FORWARD, forwardTensors);
    Tensor[] backwardTensors = {
      input,
      outputGradient,
      inputGradient,
      vectors[0],
      vectors[1],
      vectors[2],
      vectors[4],
      vectors[5],
    };
    backward = new Invocation(onednn, ofBatch.backward(), BACKWARD, backwardTensors);
    backwardFixed = new Invocation(onednn, given.backward(), BACKWARD, backwardTensors);
  }

  /** Computes into the tensor given at construction. */
  void forward(Call call, double factor) {
    prepare(call, factor);
    (fixed ? forwardFixed : forward).run();
    finish(call);
  }

  /** Computes into another tensor. */
  void forward(Call call, double factor, Tensor into) {
    forward.set(TARGET, into);
    forwardFixed.set(TARGET, into);
    forward(call, factor);
  }

  /** Computes the input's gradient and those of scale and shift, for the last forward's factor. */
  void backward() {
    (fixed ? backwardFixed : backward).run();
  }

  /** The derivative with respect to the factor, after {@link #backward}. */
  double factorGradient(FloatBuffer weights) {
    double sum = 0;
    for (int c = 0; c < shape.channels(); c++) {
      if (gamma == null || beta == null) {
        sum += scaleGradient.get(c);
      } else {
        sum += (double) weights.get(gamma.offset() + c) * scaleGradient.get(c);
        sum += (double) weights.get(beta.offset() + c) * shiftGradient.get(c);
      }
    }
    return sum;
  }

  /** Writes the gradients of gamma and beta, after {@link #backward}. */
  void storeGradient(double factor, FloatBuffer gradient) {
    if (gamma == null || beta == null) {
      return;
    }
    for (int c = 0; c < shape.channels(); c++) {
      gradient.put(gamma.offset() + c, (float) (factor * scaleGradient.get(c)));
      gradient.put(beta.offset() + c, (float) (factor * shiftGradient.get(c)));
    }
  }

  private void prepare(Call call, double factor) {
    FloatBuffer weights = call.input().weights();
    for (int c = 0; c < shape.channels(); c++) {
      scale.put(c, (float) (factor * (gamma == null ? 1 : weights.get(gamma.offset() + c))));
      shift.put(c, (float) (factor * (beta == null ? 0 : weights.get(beta.offset() + c))));
    }
    fixed = !call.knobs().training() && runningMean != null;
    if (fixed && runningMean != null && runningVariance != null) {
      mean.put(0, call.input().state(), runningMean.offset(), shape.channels());
      variance.put(0, call.input().state(), runningVariance.offset(), shape.channels());
    }
  }

  private void finish(Call call) {
    if (!call.wantsState() || runningMean == null || runningVariance == null) {
      return;
    }
    FloatBuffer before = call.input().state();
    FloatBuffer after = call.output().state();
    double count = shape.perChannel();
    double unbiased = count > 1 ? count / (count - 1) : 1;
    for (int c = 0; c < shape.channels(); c++) {
      int m = runningMean.offset() + c;
      int v = runningVariance.offset() + c;
      after.put(m, moved(before.get(m), mean.get(c)));
      after.put(v, moved(before.get(v), unbiased * variance.get(c)));
    }
  }

  private static float moved(float running, double ofBatch) {
    return (float) (running + SupernetSpec.MOMENTUM * (ofBatch - running));
  }

  private static @Nullable Slice find(FlatLayout layout, String name) {
    return layout.find(name).orElse(null);
  }
}
