package org.dartboard.search.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.dartboard.random.RandomStreams;
import org.dartboard.search.Adam;
import org.dartboard.search.Evaluation;
import org.dartboard.search.SearchProtocol;
import org.dartboard.search.SearchRuns;
import org.dartboard.search.SearchTrace;
import org.dartboard.search.TrainingOutcomes;
import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;
import org.junit.jupiter.api.Test;

class ReinforceTest {
  private static final RandomStreams STREAMS = new RandomStreams("reinforce test", 11);

  @Test
  void adamTakesTheStepsComputedByHand() {
    // Gradients 2, then -1, learning rate 0.1. First step: both corrected moments give 2 / 2 = 1.
    // Second step: m = 0.9 * 0.2 - 0.1 = 0.08, corrected 0.08 / 0.19 = 0.4210526;
    // v = 0.999 * 0.004 + 0.001 = 0.004996, corrected 0.004996 / 0.001999 = 2.4992496, root
    // 1.5808984; step 0.1 * 0.4210526 / 1.5808984 = 0.02663376.
    double[] parameters = {1.0};
    Adam adam = new Adam(1, Adam.Settings.standard(0.1));
    adam.step(parameters, new double[] {2});
    assertEquals(0.9, parameters[0], 1e-8);
    adam.step(parameters, new double[] {-1});
    assertEquals(0.9 - 0.02663376, parameters[0], 1e-7);
  }

  @Test
  void adamStandsStillOnAZeroGradient() {
    double[] parameters = {1.0, -2.0};
    new Adam(2, Adam.Settings.standard(0.5)).step(parameters, new double[2]);
    assertArrayEquals(new double[] {1.0, -2.0}, parameters);
  }

  @Test
  void theGradientOfTheLossAgreesWithCentralDifferences() {
    UniformRandomProvider random = STREAMS.stream("logits");
    double[] logits =
        IntStream.range(0, 30).mapToDouble(i -> 4 * random.nextDouble() - 2).toArray();
    Cell cell = Cell.ofCode("031421");
    double advantage = 7.25;
    double[] gradient = Reinforce.lossGradient(new CategoricalPolicy(logits), cell, advantage);
    double step = 1e-5;
    for (int i = 0; i < logits.length; i++) {
      double slope = (loss(logits, i, step, cell) - loss(logits, i, -step, cell)) / (2 * step);
      assertEquals(advantage * slope, gradient[i], 1e-8);
    }
  }

  private static double loss(double[] logits, int moved, double step, Cell cell) {
    double[] there = logits.clone();
    there[moved] += step;
    return -new CategoricalPolicy(there).logProbability(cell);
  }

  @Test
  void probabilitiesOfAllCellsSumToOne() {
    UniformRandomProvider random = STREAMS.stream("more logits");
    CategoricalPolicy policy =
        new CategoricalPolicy(
            IntStream.range(0, 30).mapToDouble(i -> 6 * random.nextDouble()).toArray());
    double total =
        IntStream.range(0, Cell.COUNT)
            .mapToDouble(ordinal -> Math.exp(policy.logProbability(new Cell(ordinal))))
            .sum();
    assertEquals(1, total, 1e-10);
  }

  @Test
  void cellsAreDrawnWithTheirProbabilities() {
    double[] logits = new double[30];
    double[] odds = {1, 2, 3, 4, 10};
    Edge edge = Edge.FROM_1_TO_2;
    for (int code = 0; code < odds.length; code++) {
      logits[Edge.all().indexOf(edge) * Operation.COUNT + code] = Math.log(odds[code]);
    }
    CategoricalPolicy policy = new CategoricalPolicy(logits);
    UniformRandomProvider random = STREAMS.stream("draws");
    long[] counts = new long[Operation.COUNT];
    for (int draw = 0; draw < 40_000; draw++) {
      counts[policy.sample(random).operation(edge).code()]++;
    }
    double[] shares = Arrays.stream(odds).map(odd -> odd / 20).toArray();
    assertTrue(
        ChiSquareTest.withDefaults().test(shares, counts).getPValue() > 0.001,
        Arrays.toString(counts));
  }

  @Test
  void theBaselineIsAWeightedMeanWithoutAPullTowardsZero() {
    MovingAverage average = new MovingAverage(0.9);
    assertEquals(80, average.update(80), 1e-12);
    // Weights 0.9 and 1 of 80 and 60.
    assertEquals((0.9 * 80 + 60) / 1.9, average.update(60), 1e-12);
    assertEquals((0.81 * 80 + 0.9 * 60 + 90) / 2.71, average.update(90), 1e-12);
  }

  @Test
  void aSearchLearnsWhatIsRewarded() {
    // The reward counts 3x3 convolutions; a policy that learns draws more of them at the end.
    double[] rewards =
        IntStream.range(0, Cell.COUNT)
            .mapToDouble(ordinal -> new Cell(ordinal).count(Operation.NOR_CONV_3X3))
            .toArray();
    double[] seconds = new double[Cell.COUNT];
    Arrays.fill(seconds, 1);
    SearchTrace trace =
        new SearchRuns(
                TrainingOutcomes.ofOrdinals(rewards, seconds),
                new SearchProtocol(1_000, 0, 0),
                "learning")
            .run(new Reinforce(new Reinforce.Settings(0.05, 0.9)), 1);
    double late =
        trace.evaluations().subList(900, 1_000).stream()
            .mapToDouble(Evaluation::reward)
            .average()
            .orElseThrow();
    // A policy that has not learnt has 6/5 of them.
    assertTrue(late > 5, "mean reward of the last hundred is " + late);
  }

  @Test
  void theCellPastTheBudgetMayBeTheResult() {
    double[] rewards = new double[Cell.COUNT];
    double[] seconds = new double[Cell.COUNT];
    Arrays.fill(seconds, 100);
    double[] next = {0};
    TrainingOutcomes rising =
        new TrainingOutcomes() {
          @Override
          public double reward(Cell cell) {
            return next[0]++ + rewards[cell.ordinal()];
          }

          @Override
          public double seconds(Cell cell) {
            return seconds[cell.ordinal()];
          }
        };
    SearchTrace trace =
        new SearchRuns(rising, new SearchProtocol(1_000, 0, 0), "past")
            .run(new Reinforce(new Reinforce.Settings(0.1, 0.9)), 0);
    assertEquals(11, trace.evaluations().size());
    assertEquals(1_100, trace.result().clock(), 1e-9);
  }
}
