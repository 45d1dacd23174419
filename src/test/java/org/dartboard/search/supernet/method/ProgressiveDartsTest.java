package org.dartboard.search.supernet.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import org.dartboard.search.supernet.Turn;
import org.dartboard.space.Cell;
import org.dartboard.space.Operation;
import org.junit.jupiter.api.Test;

/** P-DARTS, and the other methods that change the network. */
class ProgressiveDartsTest {
  @Test
  void eachStageIsDeeperAndKeepsTheOperationsWithTheLargestWeights() {
    PolicyBench<ProgressiveDarts> bench =
        new PolicyBench<>(ProgressiveDarts.METHOD, Map.of("secondCells", 3, "thirdCells", 5));
    ProgressiveDarts policy = bench.policy;
    assertEquals(1, policy.spec(0).cellsPerStage());
    assertEquals(EnumSet.allOf(Operation.class), policy.spec(0).operations().get(0));
    double[] first = {0.1, 0.5, 0.3, 0.4, 0.2};
    System.arraycopy(first, 0, policy.alpha(), 0, 5);
    double[] before = policy.alpha().clone();
    policy.stageEnds(0, bench.network);
    assertEquals(
        EnumSet.of(Operation.SKIP_CONNECT, Operation.NOR_CONV_1X1, Operation.NOR_CONV_3X3),
        policy.spec(1).operations().get(0));
    assertEquals(3, policy.spec(1).cellsPerStage());
    assertTrue(!Arrays.equals(before, policy.alpha()), "alpha begins anew");
    assertTrue(Arrays.stream(policy.alpha()).allMatch(value -> Math.abs(value) < 0.01));
    double[] p = policy.operationWeights();
    assertEquals(0, p[0]);
    assertEquals(0, p[4]);
    assertEquals(1, p[1] + p[2] + p[3], 1e-12);

    policy.alpha()[2] = 1;
    policy.alpha()[3] = 2;
    policy.stageEnds(1, bench.network);
    assertEquals(
        EnumSet.of(Operation.NOR_CONV_1X1, Operation.NOR_CONV_3X3),
        policy.spec(2).operations().get(0));
    assertEquals(5, policy.spec(2).cellsPerStage());
  }

  @Test
  void setsShrinkAsFarAsTheSettingsSay() {
    PolicyBench<ProgressiveDarts> all =
        new PolicyBench<>(
            ProgressiveDarts.METHOD, Map.of("secondOperations", 5, "thirdOperations", 5));
    PolicyBench<ProgressiveDarts> early =
        new PolicyBench<>(
            ProgressiveDarts.METHOD, Map.of("secondOperations", 1, "thirdOperations", 4));
    for (int stage = 0; stage < 2; stage++) {
      all.policy.stageEnds(stage, all.network);
      early.policy.alpha()[3] = stage == 0 ? 1 : 0;
      early.policy.stageEnds(stage, early.network);
    }
    assertEquals(EnumSet.allOf(Operation.class), all.policy.spec(2).operations().get(5));
    // What an edge has lost does not come back.
    assertEquals(EnumSet.of(Operation.NOR_CONV_3X3), early.policy.spec(2).operations().get(0));
  }

  @Test
  void skipDropoutFallsAsTheAuthorsHaveIt() {
    PolicyBench<ProgressiveDarts> bench =
        new PolicyBench<>(ProgressiveDarts.METHOD, Map.of("epochs", 25));
    assertEquals(0.4 * 24 / 25, bench.policy.skipDropout(turn(bench, 1, 0)), 1e-15);
    assertEquals(0.4 * 15 / 25, bench.policy.skipDropout(turn(bench, 1, 9)), 1e-15);
    assertEquals(0.7, bench.policy.skipDropout(turn(bench, 2, 10)), 1e-15);
    assertEquals(0.7 * Math.exp(-2.8), bench.policy.skipDropout(turn(bench, 2, 24)), 1e-15);
    // However short the stage, it falls by as much from its first epoch to where its next would be.
    PolicyBench<ProgressiveDarts> six =
        new PolicyBench<>(ProgressiveDarts.METHOD, Map.of("epochs", 6, "warmUpEpochs", 3));
    Turn fifth = new Turn(2, 4, 6, 0, six.plan.streams());
    assertEquals(0.7 * Math.exp(-1), six.policy.skipDropout(fifth), 1e-15);
    assertEquals(
        bench.policy.skipDropout(turn(bench, 0, 3)),
        bench.policy.knobs(turn(bench, 0, 3)).skipDropout());
  }

  private static Turn turn(PolicyBench<?> bench, int stage, int epoch) {
    return new Turn(stage, epoch, 25, 0, bench.plan.streams());
  }

  @Test
  void tooManySkipConnectionsGiveWayToTheNextBestTheWeakestFirst() {
    double[] p = new double[30];
    for (int edge = 0; edge < 6; edge++) {
      p[edge * 5] = 0.9;
      p[edge * 5 + 1] = 0.3 + 0.01 * edge;
      p[edge * 5 + 3] = 0.2;
    }
    assertEquals(Cell.ofCode("111111"), ProgressiveDarts.restricted(p, 6));
    assertEquals(Cell.ofCode("333311"), ProgressiveDarts.restricted(p, 2));
    assertEquals(Cell.ofCode("333333"), ProgressiveDarts.restricted(p, 0));
    p[3] = 0;
    assertEquals(Cell.ofCode("033333"), ProgressiveDarts.restricted(p, 0));
  }

  @Test
  void theSingleStageFreezesTheArchitectureAndTrainsOnAllImages() {
    PolicyBench<SingleStage> bench =
        new PolicyBench<>(SingleStage.METHOD, Map.of("epochs", 10, "freezeShare", 0.4));
    assertTrue(bench.policy.movesArchitecture(0, 3));
    assertTrue(!bench.policy.movesArchitecture(0, 4));
    assertTrue(!bench.policy.trainsOnBothHalves(0, 3));
    assertTrue(bench.policy.trainsOnBothHalves(0, 4));
  }
}
