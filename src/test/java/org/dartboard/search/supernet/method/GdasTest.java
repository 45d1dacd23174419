package org.dartboard.search.supernet.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.engine.OperationMode;
import org.dartboard.random.RandomStreams;
import org.dartboard.search.supernet.Turn;
import org.junit.jupiter.api.Test;

class GdasTest {
  @Test
  void eachStepHasOneOperationAnEdgeAndTheOthersAsNumbersForAlpha() {
    PolicyBench<AlphaPolicy> bench = new PolicyBench<>(Gdas.METHOD, Map.of());
    bench.policy.arrangeArchitectureStep(bench.turn(1, 4), bench.network);
    assertModes(bench, OperationMode.SCALAR);
    bench.policy.arrangeWeightStep(bench.turn(1, 4), bench.network, bench.batch(0));
    assertModes(bench, OperationMode.OFF);
  }

  private static void assertModes(PolicyBench<?> bench, OperationMode others) {
    double[] p = bench.network.input().operationWeights();
    OperationMode[] modes = bench.network.input().modes();
    for (int edge = 0; edge < p.length / 5; edge++) {
      int active = 0;
      for (int i = edge * 5; i < edge * 5 + 5; i++) {
        active += modes[i] == OperationMode.ACTIVE ? 1 : 0;
        assertEquals(modes[i] == OperationMode.ACTIVE ? 1 : 0, p[i]);
        assertEquals(modes[i] == OperationMode.ACTIVE ? modes[i] : others, modes[i]);
        // All cells have the same sample.
        assertEquals(modes[i % 30], modes[i]);
      }
      assertEquals(1, active);
    }
  }

  /** Gumbel's trick: the largest of alpha plus noise is distributed as the softmax of alpha. */
  @Test
  void operationsAreDrawnWithTheSoftmaxOfAlpha() {
    PolicyBench<AlphaPolicy> bench = new PolicyBench<>(Gdas.METHOD, Map.of());
    double[] alpha = bench.policy.alpha();
    for (int i = 0; i < alpha.length; i++) {
      alpha[i] = i % 5 * 0.5;
    }
    double[] expected = bench.policy.operationWeights();
    int draws = 4000;
    double[] counts = new double[5];
    for (int draw = 0; draw < draws; draw++) {
      Turn turn = new Turn(0, 0, 2, draw, bench.plan.streams());
      bench.policy.arrangeArchitectureStep(turn, bench.network);
      for (int i = 0; i < 30; i++) {
        counts[i % 5] += bench.network.input().operationWeights()[i];
      }
    }
    for (int code = 0; code < 5; code++) {
      assertEquals(expected[code], counts[code] / (6.0 * draws), 0.01);
    }
  }

  @Test
  void theGradientPassesTheOneHotAsIfItWereSoft() {
    double[] alpha = new double[30];
    double[] noise = new double[30];
    double[] gradient = new double[30];
    UniformRandomProvider random = new RandomStreams("gdas", 1).stream("numbers");
    for (int i = 0; i < 30; i++) {
      alpha[i] = random.nextDouble(-1, 1);
      noise[i] = random.nextDouble(-1, 3);
      gradient[i] = random.nextDouble(-1, 1);
    }
    double tau = 0.7;
    double[] expected =
        PolicyBench.differences(
            alpha,
            moved -> {
              double[] soft = Gdas.soften(moved, noise, tau);
              double sum = 0;
              for (int i = 0; i < 30; i++) {
                sum += gradient[i] * soft[i];
              }
              return sum;
            });
    assertArrayEquals(expected, Gdas.backward(Gdas.soften(alpha, noise, tau), tau, gradient), 1e-8);
  }

  @Test
  void theTemperatureFallsLinearly() {
    PolicyBench<AlphaPolicy> bench = new PolicyBench<>(Gdas.METHOD, Map.of());
    bench.policy.arrangeArchitectureStep(bench.turn(0, 11), bench.network);
    assertEquals(10, bench.policy.measurements().get("tau"));
    bench.policy.arrangeArchitectureStep(bench.turn(5, 11), bench.network);
    assertEquals(5.05, bench.policy.measurements().get("tau"), 1e-12);
    bench.policy.arrangeArchitectureStep(bench.turn(10, 11), bench.network);
    assertEquals(0.1, bench.policy.measurements().get("tau"), 1e-12);
  }
}
