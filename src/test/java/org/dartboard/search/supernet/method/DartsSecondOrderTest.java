package org.dartboard.search.supernet.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Optional;
import org.dartboard.data.Batch;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.RandomCase;
import org.dartboard.space.Cell;
import org.junit.jupiter.api.Test;

/** DARTS of second order, and R-DARTS, which stops it. */
class DartsSecondOrderTest {
  /** The paper's equations with the benchmark's optimiser, written out. */
  @Test
  void theGradientIsThatOfTheUnrolledStep() {
    PolicyBench<DartsSecondOrder> bench = new PolicyBench<>(DartsSecondOrder.METHOD, Map.of());
    Batch training = bench.batch(0);
    Batch validation = bench.batch(1);
    FloatBuffer w = bench.network.input().weights();
    FloatBuffer velocity = bench.network.optimizer().velocity();
    for (int i = 0; i < velocity.capacity(); i++) {
      velocity.put(i, (float) (0.01 * Math.sin(i)));
    }
    double[] kept = RandomCase.doubles(w);
    double[] gradient = new double[30];
    bench.policy.unrolledGradient(bench.turn(0, 4), bench.network, training, validation, gradient);
    assertArrayEquals(kept, RandomCase.doubles(w), "the weights are as before");

    double rate = 0.025;
    double[] trainingGradient = weightGradient(bench, training);
    for (int i = 0; i < kept.length; i++) {
      double slope = trainingGradient[i] + 0.9 * velocity.get(i) + 5e-4 * kept[i];
      w.put(i, (float) (kept[i] - rate * slope));
    }
    double[] direction = weightGradient(bench, validation);
    double[] expected = alphaGradient(bench);
    double square = 0;
    for (double value : direction) {
      square += value * value;
    }
    double epsilon = 0.01 / Math.sqrt(square);
    double[][] sides = new double[2][];
    for (int side = 0; side < 2; side++) {
      for (int i = 0; i < kept.length; i++) {
        w.put(i, (float) (kept[i] + (side == 0 ? epsilon : -epsilon) * direction[i]));
      }
      weightGradient(bench, training);
      sides[side] = alphaGradient(bench);
    }
    for (int i = 0; i < 30; i++) {
      expected[i] -= rate * (sides[0][i] - sides[1][i]) / (2 * epsilon);
    }
    assertArrayEquals(expected, gradient, 1e-6);
    assertTrue(bench.policy.movesArchitectureFirst());
  }

  private static double[] weightGradient(PolicyBench<DartsSecondOrder> bench, Batch batch) {
    bench.policy.arrange(bench.network);
    bench.network.evaluate(Knobs.TRAINING, batch, PolicyBench.everything(), bench.network.spare());
    return RandomCase.doubles(bench.network.spare().weightGradient());
  }

  private static double[] alphaGradient(PolicyBench<DartsSecondOrder> bench) {
    return bench.policy.throughOperationWeights(
        bench.network.operationGradient(bench.network.spare()));
  }

  /**
   * Worked by hand: eigenvalue 1 up to epoch 18, then 2. The mean of 5 measurements around epoch e
   * first holds a 2 at e = 16; compared with epoch 8 before, which must be 10 or later.
   */
  @Test
  void aSharpValidationLossEndsTheSearchWithAnEarlierCell() {
    PolicyBench<RobustDarts> bench = new PolicyBench<>(RobustDarts.METHOD, Map.of());
    RobustDarts policy = bench.policy;
    for (int epoch = 0; epoch < 24; epoch += 2) {
      double eigenvalue = epoch <= 18 ? 1 : 2;
      boolean stops = policy.measured(epoch, eigenvalue, new Cell(epoch));
      // Epoch 22: the mean around 18 is (1 + 1 + 1 + 2 + 2) / 5 = 1.4, around 10 it is 1.
      assertEquals(epoch == 22, stops, "epoch " + epoch);
      if (stops) {
        assertEquals(Optional.of(new Cell(10)), policy.cell());
        return;
      }
    }
  }

  @Test
  void aFlatValidationLossLetsItGoOn() {
    PolicyBench<RobustDarts> bench = new PolicyBench<>(RobustDarts.METHOD, Map.of());
    for (int epoch = 0; epoch < 50; epoch += 2) {
      assertFalse(bench.policy.measured(epoch, 1 + 0.01 * epoch, new Cell(epoch)));
    }
    assertEquals(Decoding.largest(bench.policy.alpha()), bench.policy.cell().orElseThrow());
  }

  @Test
  void theEigenvalueIsMeasuredEverySecondEpoch() {
    PolicyBench<RobustDarts> bench = new PolicyBench<>(RobustDarts.METHOD, Map.of());
    bench.policy.epochEnds(bench.turn(1, 4), bench.network, bench.batches);
    assertTrue(bench.policy.measurements().get("largest_eigenvalue").isNaN());
    bench.policy.epochEnds(bench.turn(2, 4), bench.network, bench.batches);
    double eigenvalue = bench.policy.measurements().get("largest_eigenvalue");

    // No direction has a larger second derivative; the one along the gradient of steps is a sample.
    double[] alpha = bench.policy.alpha();
    double[] kept = alpha.clone();
    Batch batch = bench.batch(2);
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < 30; i++) {
      double[] losses = new double[3];
      for (int side = -1; side <= 1; side++) {
        alpha[i] = kept[i] + side * 0.03;
        bench.policy.arrange(bench.network);
        losses[side + 1] = bench.loss(Knobs.TRAINING, batch);
      }
      alpha[i] = kept[i];
      largest = Math.max(largest, (losses[0] - 2 * losses[1] + losses[2]) / (0.03 * 0.03));
    }
    assertTrue(eigenvalue >= 0.9 * largest, eigenvalue + " against " + largest);
  }
}
