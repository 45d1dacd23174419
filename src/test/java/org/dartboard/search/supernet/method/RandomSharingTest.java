package org.dartboard.search.supernet.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dartboard.data.Batch;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.OperationMode;
import org.dartboard.engine.Want;
import org.dartboard.space.Cell;
import org.junit.jupiter.api.Test;

class RandomSharingTest {
  @Test
  void eachStepTrainsOneCellThatIsDrawnAnew() {
    PolicyBench<RandomSharing> bench = new PolicyBench<>(RandomSharing.METHOD, Map.of());
    Set<Cell> cells = new HashSet<>();
    for (int epoch = 0; epoch < 20; epoch++) {
      bench.policy.arrangeWeightStep(bench.turn(epoch, 20), bench.network, bench.batch(0));
      cells.add(Decoding.largest(bench.network.input().operationWeights()));
      long active =
          List.of(bench.network.input().modes()).stream()
              .filter(mode -> mode == OperationMode.ACTIVE)
              .count();
      assertEquals(3 * 6, active);
    }
    assertTrue(cells.size() >= 19, cells::toString);
  }

  /** A second way to the same scores: evaluate each cell by hand and take the first maximum. */
  @Test
  void theBestCandidateOnItsOwnBatchIsTaken() {
    PolicyBench<RandomSharing> bench =
        new PolicyBench<>(RandomSharing.METHOD, Map.of("candidates", 4, "scoringImages", 12));
    List<Cell> cells = List.of(new Cell(17), new Cell(9000), new Cell(4444), new Cell(15000));
    Cell best = new CellScoring(bench.network, bench.batches, bench.plan.values()).best(cells);

    int most = -1;
    Cell expected = cells.get(0);
    for (int i = 0; i < 4; i++) {
      bench.network.select(cells.get(i), OperationMode.OFF);
      double correct = 0;
      int images = 0;
      for (int batch = 2 * i; batch < 2 * i + 2; batch++) {
        Batch scored = bench.batch(batch);
        correct +=
            bench
                .network
                .evaluate(
                    Knobs.EVALUATION, scored, EnumSet.noneOf(Want.class), bench.network.spare())
                .correct();
        images += scored.size();
      }
      int score = (int) Math.round(1e6 * correct / images);
      if (score > most) {
        most = score;
        expected = cells.get(i);
      }
    }
    assertEquals(expected, best);
  }
}
