package org.dartboard.engine;

import java.nio.FloatBuffer;
import org.dartboard.data.Batch;

/**
 * Memory for what a call gives, owned by the caller and written anew by each call.
 *
 * <p>What was not wanted is left as it was.
 */
public final class SupernetOutput {
  private final FloatBuffer weightGradient;
  private final FloatBuffer state;
  private final double[] operationGradient;
  private final double[] edgeGradient;
  private final float[] logits;
  private final int classes;
  private double loss = Double.NaN;

  /**
   * @param batchSize the largest batch that calls will have
   */
  public SupernetOutput(SupernetSpec spec, SupernetLayout layout, int batchSize) {
    this.weightGradient = FlatBuffers.allocate(layout.weights().length());
    this.state = FlatBuffers.allocate(layout.state().length());
    this.operationGradient = new double[spec.operationWeights()];
    this.edgeGradient = new double[spec.edgeWeights()];
    this.classes = spec.classes();
    this.logits = new float[Math.multiplyExact(batchSize, spec.classes())];
  }

  /** The mean cross-entropy over the batch, in nats. */
  public double loss() {
    return loss;
  }

  /** Sets {@link #loss}; for engines. */
  public void setLoss(double loss) {
    this.loss = loss;
  }

  /** [image][class], for the images that the batch had. */
  public float[] logits() {
    return logits;
  }

  /** How many images of the batch that was evaluated have their highest logit at their class. */
  public int correct(Batch batch) {
    int correct = 0;
    for (int image = 0; image < batch.size(); image++) {
      int first = image * classes;
      int best = 0;
      for (int label = 1; label < classes; label++) {
        best = logits[first + label] > logits[first + best] ? label : best;
      }
      correct += best == batch.labels()[image] ? 1 : 0;
    }
    return correct;
  }

  /** dL/dw, laid out as w. */
  public FloatBuffer weightGradient() {
    return weightGradient;
  }

  /** dL/dp, by {@link SupernetSpec#operationIndex}. */
  public double[] operationGradient() {
    return operationGradient;
  }

  /** dL/dq, by {@link SupernetSpec#edgeIndex}. */
  public double[] edgeGradient() {
    return edgeGradient;
  }

  /** The running statistics after the batch, laid out as s. */
  public FloatBuffer state() {
    return state;
  }
}
