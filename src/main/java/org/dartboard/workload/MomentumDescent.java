package org.dartboard.workload;

import java.nio.FloatBuffer;
import org.dartboard.engine.FlatBuffers;

/**
 * Stochastic gradient descent with Nesterov momentum 0.9, weight decay 5e-4 and learning rate
 * 0.025, as the benchmark's searches begin with, on one flat buffer.
 */
public final class MomentumDescent {
  private static final float RATE = 0.025f;
  private static final float MOMENTUM = 0.9f;
  private static final float DECAY = 5e-4f;

  private final FloatBuffer velocity;

  /**
   * @param length of the weights
   */
  public MomentumDescent(int length) {
    velocity = FlatBuffers.allocate(length);
  }

  /** Moves the weights one step against the gradient. */
  public void step(FloatBuffer weights, FloatBuffer gradient) {
    int length = velocity.capacity();
    for (int i = 0; i < length; i++) {
      float slope = gradient.get(i) + DECAY * weights.get(i);
      float next = MOMENTUM * velocity.get(i) + slope;
      velocity.put(i, next);
      weights.put(i, weights.get(i) - RATE * (slope + MOMENTUM * next));
    }
  }
}
