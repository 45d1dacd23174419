package org.dartboard.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.dartboard.random.RandomStreams;
import org.dartboard.space.Cell;
import org.dartboard.space.Operation;
import org.junit.jupiter.api.Test;

class SimulatedTrainingTest {
  private static final RandomStreams STREAMS = new RandomStreams("training test", 3);
  private static final Cell CELL = Cell.uniform(Operation.NOR_CONV_3X3);

  private final TrainingOutcomes outcomes = TestCells.shuffledRanks(100);

  @Test
  void theClockAddsUpCostsAndStopsAtTheBudget() {
    SimulatedTraining training =
        new SimulatedTraining(outcomes, new SearchProtocol(250, 0, 0), STREAMS);
    assertEquals(100, training.train(CELL).orElseThrow().clock());
    assertEquals(200, training.train(CELL).orElseThrow().clock());
    assertTrue(training.train(CELL).isEmpty());
    assertEquals(2, training.evaluations().size());
  }

  @Test
  void aBudgetThatIsExactlyUsedUpIsAllowed() {
    SimulatedTraining training =
        new SimulatedTraining(outcomes, new SearchProtocol(200, 0, 0), STREAMS);
    training.train(CELL);
    assertTrue(training.train(CELL).isPresent());
    assertTrue(training.train(CELL).isEmpty());
  }

  @Test
  void evaluationTimeIsAShareOfTrainingTime() {
    SimulatedTraining training =
        new SimulatedTraining(outcomes, new SearchProtocol(1000, 0, 0.25), STREAMS);
    assertEquals(125, training.train(CELL).orElseThrow().clock());
  }

  @Test
  void rewardsAreTheTablesWithoutNoise() {
    SimulatedTraining training =
        new SimulatedTraining(outcomes, SearchProtocol.benchmark(), STREAMS);
    assertEquals(outcomes.reward(CELL), training.train(CELL).orElseThrow().reward());
  }

  @Test
  void noiseIsDrawnAnewEachTimeWithTheGivenDeviation() {
    int draws = 20_000;
    double deviation = 1.5;
    SimulatedTraining training =
        new SimulatedTraining(outcomes, new SearchProtocol(100.0 * draws, deviation, 0), STREAMS);
    double[] noise =
        IntStream.range(0, draws)
            .mapToDouble(i -> training.train(CELL).orElseThrow().reward() - outcomes.reward(CELL))
            .toArray();
    assertNotEquals(noise[0], noise[1]);
    double mean = DoubleStream.of(noise).average().orElseThrow();
    double variance = DoubleStream.of(noise).map(x -> (x - mean) * (x - mean)).sum() / draws;
    // Five standard errors of a mean and of a standard deviation.
    assertEquals(0, mean, 5 * deviation / Math.sqrt(draws));
    assertEquals(deviation, Math.sqrt(variance), 5 * deviation / Math.sqrt(2.0 * draws));
  }

  @Test
  void noiseRepeatsWithTheTrial() {
    SearchProtocol protocol = SearchProtocol.benchmark().withRewardNoise(1);
    double first =
        new SimulatedTraining(outcomes, protocol, STREAMS).train(CELL).orElseThrow().reward();
    double again =
        new SimulatedTraining(outcomes, protocol, STREAMS).train(CELL).orElseThrow().reward();
    double other =
        new SimulatedTraining(outcomes, protocol, new RandomStreams("training test", 4))
            .train(CELL)
            .orElseThrow()
            .reward();
    assertEquals(first, again);
    assertNotEquals(first, other);
  }
}
