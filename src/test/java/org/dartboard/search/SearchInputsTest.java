package org.dartboard.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dartboard.space.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SearchInputsTest {

  @Test
  void allDefectsOfAProtocolAreReportedTogether() {
    String message = messageOf(() -> new SearchProtocol(0, -1, Double.NaN));
    assertTrue(message.contains("budgetSeconds is 0.0"), message);
    assertTrue(message.contains("rewardNoise is -1.0"), message);
    assertTrue(message.contains("evaluationShare is NaN"), message);
  }

  @Test
  void outcomesMustCoverEveryCell() {
    String message =
        messageOf(() -> TrainingOutcomes.ofOrdinals(new double[3], new double[Cell.COUNT]));
    assertTrue(message.contains("rewards has 3 entries"), message);
  }

  @Test
  void outcomesMustBeFiniteAndCostsPositive() {
    double[] rewards = new double[Cell.COUNT];
    double[] seconds = new double[Cell.COUNT];
    String message = messageOf(() -> TrainingOutcomes.ofOrdinals(rewards, seconds));
    assertTrue(message.contains("seconds of cell ordinal 0 is 0.0"), message);
    rewards[5] = Double.NaN;
    message = messageOf(() -> TrainingOutcomes.ofOrdinals(rewards, seconds));
    assertTrue(message.contains("rewards of cell ordinal 5 is NaN"), message);
  }

  @Test
  void aSearchThatTrainedNothingHasNoTrace() {
    assertThrows(IllegalArgumentException.class, () -> new SearchTrace(List.of(), List.of()));
  }

  @Test
  void incumbentsKeepTheFirstOfEqualsAndPreferHigherFidelity() {
    Incumbents incumbents = new Incumbents();
    Evaluation first = new Evaluation(new Cell(1), 70, 10);
    Evaluation better = new Evaluation(new Cell(3), 80, 30);
    Evaluation worseButHigher = new Evaluation(new Cell(4), 60, 40);
    incumbents.offer(first, 0);
    incumbents.offer(new Evaluation(new Cell(2), 70, 20), 0);
    incumbents.offer(better, 0);
    incumbents.offer(worseButHigher, 1);
    incumbents.offer(new Evaluation(new Cell(5), 90, 50), 0);
    assertEquals(List.of(first, better, worseButHigher), incumbents.trajectory());
  }

  private static String messageOf(Executable action) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, action).getMessage());
  }
}
