package org.dartboard.search.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.dartboard.random.RandomStreams;
import org.dartboard.search.Evaluation;
import org.dartboard.search.SearchProtocol;
import org.dartboard.search.SearchRuns;
import org.dartboard.search.SearchTrace;
import org.dartboard.search.TestCells;
import org.dartboard.search.TrainingOutcomes;
import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;
import org.junit.jupiter.api.Test;

class RegularisedEvolutionTest {
  private static final double[] EDGE_SHARES = {
    1.0 / 3, 1.0 / 6, 1.0 / 6, 1.0 / 9, 1.0 / 9, 1.0 / 9
  };

  @Test
  void mutationDrawsNodesUniformlyAndThenOneOfTheirEdges() {
    Cell parent = Cell.ofCode("421013");
    UniformRandomProvider random = new RandomStreams("mutation test", 1).stream("mutations");
    long[] perEdge = new long[Edge.COUNT];
    long[] perNewOperation = new long[Operation.COUNT];
    for (int draw = 0; draw < 60_000; draw++) {
      Cell child = RandomCells.mutate(parent, random);
      List<Edge> changed =
          Edge.all().stream()
              .filter(edge -> child.operation(edge) != parent.operation(edge))
              .toList();
      assertEquals(1, changed.size());
      perEdge[Edge.all().indexOf(changed.get(0))]++;
      if (changed.get(0) == Edge.FROM_0_TO_1) {
        perNewOperation[child.operation(Edge.FROM_0_TO_1).code()]++;
      }
    }
    assertTrue(pValue(EDGE_SHARES, perEdge) > 0.001, Arrays.toString(perEdge));
    assertEquals(0, perNewOperation[4]);
    assertTrue(
        pValue(new double[] {0.25, 0.25, 0.25, 0.25}, Arrays.copyOf(perNewOperation, 4)) > 0.001,
        Arrays.toString(perNewOperation));
  }

  @Test
  void theChiSquareTestWouldNoticeMutationUniformOverEdges() {
    UniformRandomProvider random = new RandomStreams("mutation test", 2).stream("uniform edges");
    long[] perEdge = new long[Edge.COUNT];
    for (int draw = 0; draw < 60_000; draw++) {
      perEdge[random.nextInt(Edge.COUNT)]++;
    }
    assertTrue(pValue(EDGE_SHARES, perEdge) < 1e-6);
  }

  private static double pValue(double[] expected, long[] observed) {
    return ChiSquareTest.withDefaults().test(expected, observed).getPValue();
  }

  @Test
  void thePopulationForgetsItsOldestHoweverGoodItIs() {
    // With a tournament of hundreds, the parent is all but surely the best cell alive. Rewards fall
    // with each training, so that is the oldest one, and each child is a mutant of the cell trained
    // four trainings before it: the population ages. Without ageing all would descend from the
    // first.
    int population = 4;
    double[] clock = {1e6};
    TrainingOutcomes falling =
        new TrainingOutcomes() {
          @Override
          public double reward(Cell cell) {
            return clock[0]--;
          }

          @Override
          public double seconds(Cell cell) {
            return 1;
          }
        };
    SearchTrace trace =
        new SearchRuns(falling, new SearchProtocol(60, 0, 0), "ageing")
            .run(new RegularisedEvolution(new RegularisedEvolution.Settings(population, 500)), 0);
    List<Cell> cells = trace.evaluations().stream().map(Evaluation::cell).toList();
    assertEquals(60, cells.size());
    for (int child = population; child < cells.size(); child++) {
      assertEquals(1, distance(cells.get(child), cells.get(child - population)));
    }
    assertEquals(cells.get(0), trace.found());
  }

  @Test
  void theFirstPopulationIsPaidForAndDrawnAtRandom() {
    SearchRuns runs =
        new SearchRuns(TestCells.shuffledRanks(100), new SearchProtocol(1_000, 0, 0), "first");
    RegularisedEvolution search =
        new RegularisedEvolution(new RegularisedEvolution.Settings(10, 3));
    long neighbours =
        IntStream.range(0, 50)
            .mapToObj(seed -> runs.run(search, seed).evaluations())
            .mapToLong(
                evaluations ->
                    IntStream.range(1, evaluations.size())
                        .filter(
                            i ->
                                distance(evaluations.get(i).cell(), evaluations.get(i - 1).cell())
                                    <= 1)
                        .count())
            .sum();
    // Two random cells differ in at most one edge with probability (1 + 24) / 15,625.
    assertTrue(neighbours <= 5, neighbours + " of 450 pairs are neighbours");
    assertEquals(10, runs.run(search, 0).evaluations().size());
  }

  private static long distance(Cell one, Cell other) {
    return Edge.all().stream().filter(edge -> one.operation(edge) != other.operation(edge)).count();
  }
}
