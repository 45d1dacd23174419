package org.dartboard.diagnose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.OperationMode;
import org.dartboard.engine.PartialChannels;
import org.dartboard.engine.RandomCase;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.engine.onednn.OneDnnSupernet;
import org.dartboard.engine.reference.ReferenceSupernet;
import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;
import org.junit.jupiter.api.Test;

class CellScoresTest {
  private static final int IMAGES = 12;
  private static final SupernetSpec SPEC = SupernetSpec.search(3, 1, 8, 3, true);
  private static final List<Cell> CELLS =
      List.of(Cell.ofCode("312340"), Cell.ofCode("111111"), Cell.ofCode("333333"));

  @Test
  void scoresAreTheReferencesAccuraciesOverAllBatchesWithEachBatchsStatistics() {
    RandomCase one = RandomCase.of("scores", SPEC, Knobs.TRAINING, IMAGES, 1);
    RandomCase other = RandomCase.of("scores", SPEC, Knobs.TRAINING, IMAGES, 2);
    RandomCase same = RandomCase.of("scores", SPEC, Knobs.TRAINING, IMAGES, 1);
    double[] scores;
    try (OneDnnSupernet supernet = new OneDnnSupernet(SPEC, IMAGES)) {
      scores =
          CellScores.of(
              supernet,
              one.input(),
              CELLS,
              new BatchSeries(i -> (i == 0 ? one : other).batch(), 2),
              new SupernetOutput(SPEC, supernet.layout(), IMAGES));
    }
    double[] expected = new double[CELLS.size()];
    for (int cell = 0; cell < expected.length; cell++) {
      int correct = correct(one, one, CELLS.get(cell)) + correct(one, other, CELLS.get(cell));
      expected[cell] = 100.0 * correct / (2 * IMAGES);
    }
    assertArrayEquals(expected, scores, 1e-9);
    assertEquals(same.input().weights(), one.input().weights());
    assertEquals(same.input().state(), one.input().state());
    assertTrue(Arrays.equals(same.input().operationWeights(), one.input().operationWeights()));
    assertTrue(Arrays.equals(same.input().modes(), one.input().modes()));
  }

  @Test
  void aCellWhoseOperationANetworkLacksCannotBeScored() {
    Set<Operation> pruned = EnumSet.of(Operation.SKIP_CONNECT, Operation.AVG_POOL_3X3);
    SupernetSpec spec =
        new SupernetSpec(
            4,
            1,
            8,
            3,
            Collections.nCopies(Edge.COUNT, pruned),
            false,
            true,
            new PartialChannels.All(),
            false);
    // An edge without operations is one with 'none', whether the network has that or not.
    assertTrue(CellScores.canScore(spec, Cell.ofCode("140110")));
    assertFalse(CellScores.canScore(spec, Cell.ofCode("140113")));
  }

  /** How many images of a batch the cell classifies rightly with the weights of another call. */
  private static int correct(RandomCase weights, RandomCase images, Cell cell) {
    ReferenceSupernet.Arguments from = weights.forReference();
    ReferenceSupernet.Arguments seen = images.forReference();
    double[] p = new double[SPEC.operationWeights()];
    OperationMode[] modes = from.modes().clone();
    for (int i = 0; i < p.length; i++) {
      boolean stays = cell.operation(Edge.at(i / 5 % 6)).code() == i % 5;
      p[i] = stays ? 1 : 0;
      modes[i] = stays ? OperationMode.ACTIVE : OperationMode.OFF;
    }
    double[] q = new double[from.q().length];
    Arrays.fill(q, 1);
    double[] logits =
        new ReferenceSupernet(
                SPEC,
                weights.layout(),
                new ReferenceSupernet.Arguments(
                    from.w(), from.s(), p, modes, q, Knobs.TRAINING, seen.images(), seen.labels()))
            .logits();
    int correct = 0;
    for (int image = 0; image < IMAGES; image++) {
      int best = 0;
      for (int label = 1; label < 3; label++) {
        best = logits[3 * image + label] > logits[3 * image + best] ? label : best;
      }
      correct += best == seen.labels()[image] ? 1 : 0;
    }
    return correct;
  }
}
