package org.dartboard.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dartboard.random.RandomStreams;
import org.dartboard.search.method.SearchMethods;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchRunsTest {
  private static final SearchProtocol PROTOCOL = new SearchProtocol(4_000, 0.7, 0.02);

  private final SearchRuns runs = new SearchRuns(TestCells.unequalCosts(), PROTOCOL, "runs test");

  @ParameterizedTest
  @ValueSource(strings = {"random-search", "regularised-evolution", "reinforce", "bohb"})
  void theResultDoesNotDependOnTheNumberOfThreads(String method) throws InterruptedException {
    TableSearch search = SearchMethods.named(method).withDefaults();
    List<SearchTrace> one = runs.run(search, 30, 1, SearchProgress.NONE);
    assertEquals(one, runs.run(search, 30, 2, SearchProgress.NONE));
    assertEquals(one, runs.run(search, 30, 7, SearchProgress.NONE));
    assertNotEquals(one.get(0), one.get(1));
    assertEquals(one.get(17), runs.run(search, 17));
  }

  @ParameterizedTest
  @ValueSource(strings = {"random-search", "regularised-evolution", "bohb"})
  void theBudgetIsNeverExceeded(String method) throws InterruptedException {
    TableSearch search = SearchMethods.named(method).withDefaults();
    for (SearchTrace trace : runs.run(search, 50, 2, SearchProgress.NONE)) {
      assertTrue(trace.clock() <= PROTOCOL.budgetSeconds());
      assertTrue(trace.clock() > PROTOCOL.budgetSeconds() - 150 * 1.02);
    }
  }

  @Test
  void reinforceAloneEndsWithOneCellPastTheBudget() throws InterruptedException {
    TableSearch search = SearchMethods.named("reinforce").withDefaults();
    for (SearchTrace trace : runs.run(search, 50, 2, SearchProgress.NONE)) {
      List<Evaluation> evaluations = trace.evaluations();
      assertTrue(trace.clock() > PROTOCOL.budgetSeconds());
      assertTrue(evaluations.get(evaluations.size() - 2).clock() <= PROTOCOL.budgetSeconds());
    }
  }

  @Test
  void progressCountsEveryRunOnceAndInOrder() throws InterruptedException {
    List<Integer> seen = new ArrayList<>();
    runs.run(
        SearchMethods.named("random-search").withDefaults(),
        40,
        7,
        (finished, total) -> {
          assertEquals(40, total);
          seen.add(finished);
        });
    assertEquals(IntStream.rangeClosed(1, 40).boxed().toList(), seen);
  }

  @Test
  void aBudgetBelowTheCostliestCellIsRefused() {
    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new SearchRuns(
                    TestCells.unequalCosts(), new SearchProtocol(148, 0, 0), "runs test"));
    assertTrue(String.valueOf(thrown.getMessage()).contains("costliest cell's 149.0 s"));
  }

  @Test
  void aRunThatFailsIsNamed() {
    TableSearch broken =
        new TableSearch() {
          @Override
          public MethodDescription description() {
            return new MethodDescription("broken", "Broken", "none", 2000, "Fails.");
          }

          @Override
          public Map<String, Number> hyperParameters() {
            return Map.of();
          }

          @Override
          public SearchTrace run(SimulatedTraining training, RandomStreams streams) {
            throw new ArithmeticException("no luck");
          }
        };
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class, () -> runs.run(broken, 3, 2, SearchProgress.NONE));
    String message = String.valueOf(thrown.getMessage());
    assertTrue(message.contains("broken") && message.contains("no luck"), message);
  }
}
