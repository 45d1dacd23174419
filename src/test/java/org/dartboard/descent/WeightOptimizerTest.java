package org.dartboard.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.FloatBuffer;
import org.dartboard.engine.FlatBuffers;
import org.junit.jupiter.api.Test;

class WeightOptimizerTest {
  private static final Descent NESTEROV = new Descent(0.9, true, 0.5, 5);

  /** Worked by hand: g1 = 2 + 0.5 1 = 2.5, v1 = 2.5, w1 = 1 - 0.1 (2.5 + 0.9 2.5) = 0.525. */
  @Test
  void nesterovsMomentumIsThatOfPyTorch() {
    WeightOptimizer optimizer = new WeightOptimizer(1, NESTEROV, 0.1);
    FloatBuffer w = vector(1);
    optimizer.step(w, vector(2));
    assertEquals(0.525, w.get(0), 1e-7);
    // g2 = -1 + 0.2625 = -0.7375, v2 = 2.25 - 0.7375 = 1.5125, w2 = 0.525 - 0.1 (g2 + 0.9 v2).
    optimizer.step(w, vector(-1));
    assertEquals(0.525 - 0.1 * (-0.7375 + 0.9 * 1.5125), w.get(0), 1e-6);
    assertEquals(1.5125, optimizer.velocity().get(0), 1e-6);
  }

  @Test
  void plainMomentumStepsAlongTheVelocity() {
    WeightOptimizer optimizer = new WeightOptimizer(1, new Descent(0.9, false, 0.5, 5), 0.1);
    FloatBuffer w = vector(1);
    optimizer.step(w, vector(2));
    assertEquals(0.75, w.get(0), 1e-7);
  }

  @Test
  void aGradientIsScaledToTheLargestNormAllowed() {
    WeightOptimizer optimizer = new WeightOptimizer(2, NESTEROV, 0.1);
    FloatBuffer gradient = vector(6, 8);
    optimizer.clip(gradient);
    assertEquals(3, gradient.get(0), 1e-5);
    assertEquals(4, gradient.get(1), 1e-5);
    FloatBuffer small = vector(3, 3);
    optimizer.clip(small);
    assertEquals(3, small.get(0));
  }

  private static FloatBuffer vector(double... values) {
    FloatBuffer vector = FlatBuffers.allocate(values.length);
    for (int i = 0; i < values.length; i++) {
      vector.put(i, (float) values[i]);
    }
    return vector;
  }
}
