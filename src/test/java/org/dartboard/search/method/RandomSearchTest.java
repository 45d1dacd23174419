package org.dartboard.search.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dartboard.search.Evaluation;
import org.dartboard.search.SearchProgress;
import org.dartboard.search.SearchProtocol;
import org.dartboard.search.SearchRuns;
import org.dartboard.search.SearchTrace;
import org.dartboard.search.TestCells;
import org.dartboard.space.Cell;
import org.junit.jupiter.api.Test;

class RandomSearchTest {
  private static final int DRAWS = 40;
  private static final int RUNS = 4_000;

  @Test
  void theBestRankHasTheExpectationOfAnOrderStatistic() throws InterruptedException {
    SearchRuns runs =
        new SearchRuns(
            TestCells.shuffledRanks(100), new SearchProtocol(100 * DRAWS + 50, 0, 0), "order");
    List<SearchTrace> traces = runs.run(new RandomSearch(), RUNS, 2, SearchProgress.NONE);
    double mean =
        traces.stream().mapToDouble(trace -> trace.result().reward()).average().orElseThrow();
    // Ranks 0 to n - 1, drawn m times with replacement: P(best <= k) = ((k + 1) / n)^m.
    double expectation = 0;
    double secondMoment = 0;
    for (int rank = 0; rank < Cell.COUNT; rank++) {
      double probability = atMost(rank) - atMost(rank - 1);
      expectation += rank * probability;
      secondMoment += (double) rank * rank * probability;
    }
    double deviation = Math.sqrt(secondMoment - expectation * expectation);
    assertEquals(expectation, mean, 4 * deviation / Math.sqrt(RUNS));
    assertTrue(traces.stream().allMatch(trace -> trace.evaluations().size() == DRAWS));
  }

  private static double atMost(int rank) {
    return Math.pow((rank + 1) / (double) Cell.COUNT, DRAWS);
  }

  @Test
  void itStopsAtTheFirstCellThatDoesNotFitAndKeepsTheBest() {
    SearchProtocol protocol = new SearchProtocol(1_000, 0, 0);
    SearchTrace trace =
        new SearchRuns(TestCells.unequalCosts(), protocol, "stop").run(new RandomSearch(), 5);
    double best = trace.evaluations().stream().mapToDouble(Evaluation::reward).max().orElseThrow();
    assertEquals(best, trace.result().reward());
    assertTrue(trace.clock() <= 1_000 && trace.clock() > 1_000 - 150);
  }
}
