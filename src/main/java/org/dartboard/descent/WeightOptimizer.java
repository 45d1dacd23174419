package org.dartboard.descent;

import java.nio.FloatBuffer;
import org.dartboard.engine.FlatBuffers;
import org.dartboard.engine.FlatVectors;

/**
 * Stochastic gradient descent with momentum and weight decay, as PyTorch has it: g = gradient +
 * decay w; v = momentum v + g; w -= rate (g + momentum v) with Nesterov's form, else w -= rate v.
 */
public final class WeightOptimizer {
  private final Descent descent;
  private final FloatBuffer velocity;
  private double learningRate;

  /**
   * An optimiser before its first step: the velocity is 0.
   *
   * @param length of w
   * @param learningRate of the first step
   */
  public WeightOptimizer(int length, Descent descent, double learningRate) {
    this.descent = descent;
    this.learningRate = learningRate;
    this.velocity = FlatBuffers.allocate(length);
  }

  /** The learning rate of the next step. */
  public double learningRate() {
    return learningRate;
  }

  /** Sets the learning rate of the steps from now on. */
  public void setLearningRate(double rate) {
    learningRate = rate;
  }

  /** The share of the velocity that stays. */
  public double momentum() {
    return descent.momentum();
  }

  /** The share of the weights that is added to the gradient. */
  public double weightDecay() {
    return descent.weightDecay();
  }

  /** v, as long as w; the memory itself. */
  public FloatBuffer velocity() {
    return velocity;
  }

  /** Scales a gradient down to the largest norm allowed, as PyTorch's clip_grad_norm_ does. */
  public void clip(FloatBuffer gradient) {
    if (descent.gradientClip() == 0) {
      return;
    }
    double scale = descent.gradientClip() / (FlatVectors.norm(gradient) + 1e-6);
    if (scale < 1) {
      FlatVectors.scale(scale, gradient);
    }
  }

  /** Moves w one step. */
  public void step(FloatBuffer weights, FloatBuffer gradient) {
    float decay = (float) descent.weightDecay();
    float keep = (float) descent.momentum();
    float rate = (float) learningRate;
    boolean nesterov = descent.nesterov();
    int length = weights.capacity();
    for (int i = 0; i < length; i++) {
      float w = weights.get(i);
      float g = gradient.get(i) + decay * w;
      float v = keep * velocity.get(i) + g;
      velocity.put(i, v);
      weights.put(i, w - rate * (nesterov ? g + keep * v : v));
    }
  }
}
