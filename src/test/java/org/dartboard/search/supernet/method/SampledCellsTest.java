package org.dartboard.search.supernet.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.checkpoint.SavedState;
import org.dartboard.data.Batch;
import org.dartboard.descent.BatchScore;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.OperationMode;
import org.dartboard.random.RandomStreams;
import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SETN's and ENAS's draws. */
class SampledCellsTest {
  private static UniformRandomProvider random() {
    return new RandomStreams("draws", 1).stream("cells");
  }

  /** Of 5, 25 and 125 draws into a node one has no input, so each is left with one less. */
  @Test
  void setnDrawsUniformlyAmongCellsWithoutAnEmptyNode() {
    UniformRandomProvider random = random();
    int draws = 20_000;
    int noneOnFirst = 0;
    int noneOnSecond = 0;
    for (int i = 0; i < draws; i++) {
      Cell cell = Setn.uniform(random);
      noneOnFirst += cell.operation(Edge.FROM_0_TO_1) == Operation.NONE ? 1 : 0;
      noneOnSecond += cell.operation(Edge.FROM_0_TO_2) == Operation.NONE ? 1 : 0;
      for (int node = 1; node <= 3; node++) {
        assertTrue(
            Edge.into(node).stream().anyMatch(edge -> cell.operation(edge) != Operation.NONE));
      }
    }
    assertEquals(0, noneOnFirst);
    assertEquals(4.0 / 24, (double) noneOnSecond / draws, 0.01);
  }

  /** As in the benchmark's code, where each cell of the network draws for itself. */
  @Test
  void setnDrawsAnewForEachCellOfTheNetwork() {
    PolicyBench<Setn> bench = new PolicyBench<>(Setn.METHOD, Map.of("cells", 3));
    Set<String> drawn = new HashSet<>();
    bench.policy.arrangeWeightStep(bench.turn(0, 4), bench.network, bench.batch(0));
    double[] p = bench.network.input().operationWeights();
    for (int cell = 0; cell < bench.network.spec().cells(); cell++) {
      drawn.add(Arrays.toString(Arrays.copyOfRange(p, 30 * cell, 30 * (cell + 1))));
    }
    assertTrue(drawn.size() > 5, drawn::toString);
  }

  @Test
  void theControllersGradientAgreesWithCentralDifferences() {
    LstmController controller = new LstmController(3, random());
    double[] parameters = controller.parameters();
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] *= 8;
    }
    Cell cell = Cell.ofCode("301424");
    double[] gradient = new double[parameters.length];
    controller.addGradient(cell, 2, gradient);
    double[] expected =
        PolicyBench.differences(parameters, moved -> 2 * controller.of(cell).logProbability());
    assertArrayEquals(expected, gradient, 1e-8);
  }

  @Test
  void theControllersProbabilitiesSumToOneAndItDrawsByThem() {
    LstmController controller = new LstmController(2, random());
    for (int i = 0; i < controller.parameters().length; i++) {
      controller.parameters()[i] *= 20;
    }
    double total = 0;
    double skipFirst = 0;
    for (int ordinal = 0; ordinal < Cell.COUNT; ordinal++) {
      double p = Math.exp(controller.of(new Cell(ordinal)).logProbability());
      total += p;
      skipFirst += new Cell(ordinal).operation(Edge.FROM_0_TO_1).code() == 1 ? p : 0;
    }
    assertEquals(1, total, 1e-9);
    UniformRandomProvider random = random();
    int drawn = 0;
    for (int i = 0; i < 4000; i++) {
      LstmController.Sample sample = controller.sample(random);
      drawn += sample.cell().operation(Edge.FROM_0_TO_1).code() == 1 ? 1 : 0;
      assertEquals(controller.of(sample.cell()).logProbability(), sample.logProbability(), 1e-12);
    }
    assertEquals(skipFirst, drawn / 4000.0, 0.03);
  }

  @Test
  void theBaselineFollowsTheRewardByAHundredth() {
    PolicyBench<Enas> bench = new PolicyBench<>(Enas.METHOD, Map.of());
    assertEquals(0.4, bench.policy.baseline(Double.NaN, 0.4, 0.5));
    assertEquals(0.502, bench.policy.baseline(0.5, 0.6, 0.7), 1e-12);
  }

  /** A baseline that moved on with every cell would be elsewhere after 40 of them. */
  @Test
  void theBaselineMovesOnceAnEpoch() {
    PolicyBench<Enas> bench =
        new PolicyBench<>(
            Enas.METHOD,
            Map.of("controllerSteps", 2, "controllerAggregate", 20, "baselineDecay", 0.5));
    bench.policy.epochEnds(bench.turn(0, 4), bench.network, bench.batches);
    double first = bench.policy.measurements().get("baseline");
    bench.policy.epochEnds(bench.turn(1, 4), bench.network, bench.batches);
    double second = bench.policy.measurements().get("baseline");
    // An accuracy is a whole number of images; the entropy adds at most 1e-4 log 15,625.
    double lastReward = 2 * second - first;
    int images = bench.batches.scoring(0).size();
    assertEquals(Math.rint(lastReward * images) / images, lastReward, 1e-4 * Math.log(15_625));
  }

  @Test
  void setnTakesTheMostProbableCells() {
    double[] p = new double[30];
    for (int i = 0; i < 30; i++) {
      p[i] = i % 5 == 3 ? 0.6 : 0.1;
    }
    p[5] = 0.55;
    List<Cell> best = Decoding.mostProbable(p, 3);
    assertEquals("333333", best.get(0).code());
    // The second edge has the next best operation, with 0.55 in place of 0.6.
    assertEquals("303333", best.get(1).code());
    double third = probability(p, best.get(2));
    for (int ordinal = 0; ordinal < Cell.COUNT; ordinal++) {
      Cell cell = new Cell(ordinal);
      assertTrue(best.contains(cell) || probability(p, cell) <= third * (1 + 1e-12));
    }
  }

  private static double probability(double[] p, Cell cell) {
    return Edge.all().stream()
        .mapToDouble(edge -> p[edge.ordinal() * Operation.COUNT + cell.operation(edge).code()])
        .reduce(1, (a, b) -> a * b);
  }

  /** The first training makes 0.5 the baseline, and moves nothing; the second draws one cell. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void theControllerDrawsARewardedCellMoreOftenAndAPunishedOneLess(double reward) {
    PolicyBench<Enas> bench =
        new PolicyBench<>(
            Enas.METHOD,
            Map.of("controllerSteps", 1, "controllerAggregate", 1, "entropyWeight", 0));
    LstmController before = controller(bench.policy);
    bench.policy.train(random(), (cell, draw) -> 0.5);
    assertArrayEquals(before.parameters(), controller(bench.policy).parameters());
    List<Cell> drawn = new ArrayList<>();
    bench.policy.train(
        random(),
        (cell, draw) -> {
          drawn.add(cell);
          return reward;
        });

    Cell cell = drawn.get(0);
    double change =
        controller(bench.policy).of(cell).logProbability() - before.of(cell).logProbability();
    assertTrue(reward == 1 ? change > 1e-3 : change < -1e-3, () -> "changed by " + change);
  }

  /** A controller with the parameters that the policy has now. */
  private static LstmController controller(Enas policy) {
    SavedState state = new SavedState();
    policy.save(state);
    LstmController controller = new LstmController(32, random());
    double[] parameters = controller.parameters();
    System.arraycopy(
        state.get("controller", parameters.length), 0, parameters, 0, parameters.length);
    return controller;
  }

  /** What an epoch's end trains on is the accuracies of the network. */
  @Test
  void theControllerLearnsAtTheEndOfAnEpoch() {
    PolicyBench<Enas> bench =
        new PolicyBench<>(Enas.METHOD, Map.of("controllerSteps", 1, "controllerAggregate", 3));
    PolicyBench<Enas> told =
        new PolicyBench<>(Enas.METHOD, Map.of("controllerSteps", 1, "controllerAggregate", 3));
    List<Double> accuracies = new ArrayList<>();
    for (int epoch = 0; epoch < 2; epoch++) {
      bench.policy.epochEnds(bench.turn(epoch, 4), bench.network, bench.batches);
      int first = 3 * epoch;
      told.policy.train(
          told.turn(epoch, 4).random("controller"),
          (cell, draw) -> {
            told.network.select(cell, OperationMode.OFF);
            Batch batch = told.batches.scoring(first + draw);
            BatchScore score =
                told.network.evaluate(Knobs.EVALUATION, batch, Set.of(), told.network.spare());
            accuracies.add((double) score.correct() / score.images());
            return accuracies.get(accuracies.size() - 1);
          });
    }
    assertArrayEquals(controller(told.policy).parameters(), controller(bench.policy).parameters());
    assertEquals(told.policy.measurements(), bench.policy.measurements());
    assertTrue(new HashSet<>(accuracies).size() > 1, accuracies::toString);
  }
}
