package org.dartboard.search.supernet;

import java.nio.FloatBuffer;
import org.dartboard.engine.FlatBuffers;
import org.dartboard.engine.FlatVectors;

/**
 * Stochastic gradient descent with momentum and weight decay, as PyTorch has it: g = gradient +
 * decay w; v = momentum v + g; w -= rate (g + momentum v) with Nesterov's form, else w -= rate v.
 */
public final class WeightOptimizer {
  private final double momentum;
  private final boolean nesterov;
  private final double weightDecay;
  private final double gradientClip;
  private final FloatBuffer velocity;
  private double learningRate;

  /**
   * An optimiser before its first step.
   *
   * @param length of w
   */
  WeightOptimizer(int length, SearchSettings settings) {
    this.momentum = settings.real(Setting.MOMENTUM);
    this.nesterov = settings.flag(Setting.NESTEROV);
    this.weightDecay = settings.real(Setting.WEIGHT_DECAY);
    this.gradientClip = settings.real(Setting.GRADIENT_CLIP);
    this.learningRate = settings.learningRate(0);
    this.velocity = FlatBuffers.allocate(length);
  }

  /** The learning rate of the next step. */
  public double learningRate() {
    return learningRate;
  }

  void setLearningRate(double rate) {
    learningRate = rate;
  }

  /** The share of the velocity that stays. */
  public double momentum() {
    return momentum;
  }

  /** The share of the weights that is added to the gradient. */
  public double weightDecay() {
    return weightDecay;
  }

  /** v, as long as w; the memory itself. */
  public FloatBuffer velocity() {
    return velocity;
  }

  /** Scales a gradient down to the largest norm allowed, as PyTorch's clip_grad_norm_ does. */
  void clip(FloatBuffer gradient) {
    if (gradientClip == 0) {
      return;
    }
    double scale = gradientClip / (FlatVectors.norm(gradient) + 1e-6);
    if (scale < 1) {
      FlatVectors.scale(scale, gradient);
    }
  }

  /** Moves w one step. */
  void step(FloatBuffer weights, FloatBuffer gradient) {
    float decay = (float) weightDecay;
    float keep = (float) momentum;
    float rate = (float) learningRate;
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
