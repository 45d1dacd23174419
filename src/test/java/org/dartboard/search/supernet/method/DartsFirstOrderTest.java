package org.dartboard.search.supernet.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import org.dartboard.data.Batch;
import org.dartboard.engine.Knobs;
import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;
import org.junit.jupiter.api.Test;

class DartsFirstOrderTest {
  @Test
  void theGradientOfAlphaIsThatOfTheValidationLoss() {
    PolicyBench<AlphaPolicy> bench =
        new PolicyBench<>(DartsFirstOrder.METHOD, Map.of("architectureLearningRate", 0));
    Batch validation = bench.batch(1);
    bench.policy.architectureStep(bench.turn(0, 4), bench.network, bench.batch(0), validation);
    double[] gradient =
        bench.policy.throughOperationWeights(
            bench.network.operationGradient(bench.network.output()));

    double[] expected =
        PolicyBench.differences(
            bench.policy.alpha(),
            alpha -> {
              bench.network.mix(bench.policy.operationWeights());
              return bench.loss(Knobs.TRAINING, validation);
            });
    assertArrayEquals(expected, gradient, 1e-6);
  }

  /** Adam's first step is its rate times the sign of gradient + decay alpha, but for epsilon. */
  @Test
  void alphaMovesAgainstTheGradient() {
    PolicyBench<AlphaPolicy> still =
        new PolicyBench<>(DartsFirstOrder.METHOD, Map.of("architectureLearningRate", 0));
    PolicyBench<AlphaPolicy> moved = new PolicyBench<>(DartsFirstOrder.METHOD, Map.of());
    double[] before = moved.policy.alpha().clone();
    assertArrayEquals(before, still.policy.alpha());
    still.policy.architectureStep(still.turn(0, 4), still.network, still.batch(0), still.batch(1));
    moved.policy.architectureStep(moved.turn(0, 4), moved.network, moved.batch(0), moved.batch(1));
    double[] gradient =
        still.policy.throughOperationWeights(
            still.network.operationGradient(still.network.output()));
    for (int i = 0; i < before.length; i++) {
      double slope = gradient[i] + 1e-3 * before[i];
      double step = 3e-4 * slope / (Math.abs(slope) + 1e-8);
      assertEquals(before[i] - step, moved.policy.alpha()[i], 1e-12);
    }
  }

  @Test
  void skipConnectionsCanBeAheadAtTheStart() {
    double[] own = new PolicyBench<AlphaPolicy>(DartsFirstOrder.METHOD, Map.of()).policy.alpha();
    PolicyBench<AlphaPolicy> ahead =
        new PolicyBench<>(DartsFirstOrder.METHOD, Map.of("initialSkip", 2));
    for (int i = 0; i < own.length; i++) {
      double shift = i % Operation.COUNT == Operation.SKIP_CONNECT.code() ? 2 : 0;
      assertEquals(own[i] + shift, ahead.policy.alpha()[i], 1e-15);
    }
    assertEquals(6, ahead.policy.cell().orElseThrow().count(Operation.SKIP_CONNECT));
    assertEquals("2.0", ahead.plan.configuration().get("initialSkip"));
  }

  @Test
  void aStartThatIsNotShiftedIsNoSettingOfTheSearch() {
    PolicyBench<AlphaPolicy> bench = new PolicyBench<>(DartsFirstOrder.METHOD, Map.of());
    assertFalse(bench.plan.configuration().containsKey("initialSkip"));
  }

  @Test
  void allCellsShareAlpha() {
    PolicyBench<AlphaPolicy> bench = new PolicyBench<>(DartsFirstOrder.METHOD, Map.of());
    bench.policy.arrangeWeightStep(bench.turn(0, 4), bench.network, bench.batch(0));
    double[] p = bench.policy.operationWeights();
    for (int cell = 0; cell < 3; cell++) {
      for (Edge edge : Edge.all()) {
        for (Operation operation : Operation.values()) {
          assertEquals(
              p[edge.ordinal() * 5 + operation.code()],
              bench.network.input()
                  .operationWeights()[bench.network.spec().operationIndex(cell, edge, operation)]);
        }
      }
    }
  }

  @Test
  void theCellIsTheLargestAlphaOfEachEdgeNoneIncluded() {
    double[] alpha = new double[30];
    alpha[0] = 1;
    alpha[5 + 3] = 0.5;
    alpha[10 + 4] = 0.1;
    alpha[15 + 1] = 2;
    alpha[20 + 2] = 3;
    alpha[25] = -1;
    assertEquals(Cell.ofCode("034121"), Decoding.largest(alpha));
  }
}
