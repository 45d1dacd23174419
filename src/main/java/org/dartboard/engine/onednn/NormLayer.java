package org.dartboard.engine.onednn;

import java.nio.FloatBuffer;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.SupernetSpec;

/** A batch norm of the network outside the cells. */
final class NormLayer {
  private final Shape shape;
  private final NormSlices slices;
  private final FloatBuffer mean;
  private final FloatBuffer variance;
  private final FloatBuffer scale;
  private final FloatBuffer shift;
  private final FloatBuffer scaleGradient;
  private final FloatBuffer shiftGradient;
  private final NormInvocation forward;
  private final NormInvocation forwardFixed;
  private final NormInvocation backward;
  private final NormInvocation backwardFixed;
  private boolean fixed;

  /**
   * @param name of the layer's slices
   * @param input what it normalises
   * @param output where the result goes
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
    slices = new NormSlices(layout, name);
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
    Norm ofBatch = kernels.norm(shape, false, SupernetSpec.EPSILON);
    Norm given = kernels.norm(shape, true, SupernetSpec.EPSILON);
    Tensor[] forwardTensors = {
      input, output, vectors[0], vectors[1], vectors[2], vectors[3],
    };
    forward = ofBatch.forward(forwardTensors);
    forwardFixed = given.forward(forwardTensors);
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
    backward = ofBatch.backward(backwardTensors);
    backwardFixed = given.backward(backwardTensors);
  }

  /** Normalises. */
  void forward(Call call) {
    for (int c = 0; c < shape.channels(); c++) {
      scale.put(c, (float) slices.gamma(call, c));
      shift.put(c, (float) slices.beta(call, c));
    }
    fixed = slices.fixed(call);
    if (fixed) {
      slices.load(call, mean, variance);
      forwardFixed.run();
    } else {
      forward.run();
      slices.update(call, mean, variance, shape.perChannel());
    }
  }

  /** Computes the input's gradient and, where wanted, those of gamma and beta. */
  void backward(Call call) {
    (fixed ? backwardFixed : backward).run();
    for (int c = 0; call.wantsWeights() && c < shape.channels(); c++) {
      slices.storeGradient(call, c, scaleGradient.get(c), shiftGradient.get(c));
    }
  }
}
