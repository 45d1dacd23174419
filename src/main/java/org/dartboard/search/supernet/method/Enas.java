package org.dartboard.search.supernet.method;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.checkpoint.SavedState;
import org.dartboard.data.Batch;
import org.dartboard.descent.BatchScore;
import org.dartboard.engine.FlatVectors;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.OperationMode;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.engine.Want;
import org.dartboard.search.Adam;
import org.dartboard.search.HyperParameter;
import org.dartboard.search.MethodDescription;
import org.dartboard.search.supernet.PolicyContext;
import org.dartboard.search.supernet.SearchBatches;
import org.dartboard.search.supernet.SearchNetwork;
import org.dartboard.search.supernet.SearchPolicy;
import org.dartboard.search.supernet.SearchSettings;
import org.dartboard.search.supernet.Setting;
import org.dartboard.search.supernet.SupernetMethod;
import org.dartboard.search.supernet.Turn;
import org.dartboard.space.Cell;

/**
 * ENAS (Pham et al., ICML 2018) as NAS-Bench-201 runs it: an LSTM draws cells; the weights are
 * trained on them, and after each epoch the LSTM is trained by REINFORCE on their validation
 * accuracy. At the end the best of 100 draws is taken.
 *
 * <p>With reward R = accuracy on one batch + 1e-4 entropy, the LSTM minimises -log p (R - b),
 * averaged over 20 cells; 50 such steps of Adam an epoch, gradients clipped to 5. The reward is
 * taken as a number, also its entropy. The baseline b of a cell is that of the epoch before, moved
 * to R by a hundredth of the way; an epoch hands on the b of its last cell. In the first epoch b is
 * the accuracy, so that entropy alone is rewarded.
 *
 * <p>Settings are those of NAS-Bench-201: 250 epochs, batches of 128, weight decay 2.5e-4, Adam
 * with 1e-3, and a learning rate that swings between 0.05 and 0.0005 along a cosine, 10 epochs each
 * way.
 */
final class Enas implements SearchPolicy {
  private static final int SIZE = 32;
  private static final double CLIP = 5;

  private static final HyperParameter STEPS =
      HyperParameter.whole("controllerSteps", 50, 1, 10_000, "steps of the controller an epoch");
  private static final HyperParameter AGGREGATE =
      HyperParameter.whole("controllerAggregate", 20, 1, 10_000, "cells for one of these steps");
  private static final HyperParameter ENTROPY =
      HyperParameter.real("entropyWeight", 1e-4, 0, 100, "weight of the entropy in the reward");
  private static final HyperParameter BASELINE_DECAY =
      HyperParameter.real("baselineDecay", 0.99, 0, 0.999999, "share of the baseline that stays");

  static final SupernetMethod METHOD =
      new SupernetMethod(
          new MethodDescription(
              "enas",
              "ENAS",
              "Pham, Guan, Zoph, Le, Dean: Efficient Neural Architecture Search via Parameter"
                  + " Sharing",
              2018,
              "Trains an LSTM by REINFORCE to draw cells that do well with shared weights."),
          "",
          SearchSettings.benchmark()
              .with(Setting.EPOCHS, 250)
              .with(Setting.BATCH_SIZE, 128)
              .with(Setting.LEARNING_RATE, 0.05)
              .with(Setting.MINIMUM_LEARNING_RATE, 0.0005)
              .with(Setting.COSINE_EPOCHS, 10)
              .with(Setting.WEIGHT_DECAY, 2.5e-4)
              .with(Setting.ARCHITECTURE_LEARNING_RATE, 1e-3)
              .with(Setting.ARCHITECTURE_WEIGHT_DECAY, 0),
          List.of(
              STEPS,
              AGGREGATE,
              ENTROPY,
              BASELINE_DECAY,
              CellScoring.CANDIDATES,
              CellScoring.IMAGES),
          Map.of(
              STEPS.name(),
              2.0,
              AGGREGATE.name(),
              4.0,
              CellScoring.CANDIDATES.name(),
              5.0,
              CellScoring.IMAGES.name(),
              32.0),
          2,
          false,
          Enas::new);

  private final PolicyContext context;
  private final LstmController controller;
  private final Adam adam;
  private double baseline = Double.NaN;
  private double meanReward = Double.NaN;

  private Enas(PolicyContext context) {
    this.context = context;
    this.controller = new LstmController(SIZE, context.streams().stream("controller"));
    this.adam =
        new Adam(
            controller.parameters().length,
            new Adam.Settings(
                context.settings().real(Setting.ARCHITECTURE_LEARNING_RATE),
                0,
                0.999,
                1e-3,
                context.settings().real(Setting.ARCHITECTURE_WEIGHT_DECAY)));
  }

  @Override
  public SupernetSpec spec(int stage) {
    return context.benchmarkNetwork();
  }

  @Override
  public boolean movesArchitecture(int stage, int epoch) {
    return false;
  }

  @Override
  public void arrangeWeightStep(Turn turn, SearchNetwork network, Batch training) {
    network.select(controller.sample(turn.random("cell")).cell(), OperationMode.OFF);
  }

  @Override
  public boolean epochEnds(Turn turn, SearchNetwork network, SearchBatches batches) {
    long first =
        (long) turn.epoch() * context.values().whole(STEPS) * context.values().whole(AGGREGATE);
    train(
        turn.random("controller"),
        (cell, draw) -> accuracy(cell, network, batches.scoring(first + draw)));
    return false;
  }

  /**
   * Trains the controller as after an epoch.
   *
   * @param random draws the cells
   * @param accuracies of a cell, 0 to 1, by the number of the draw, from 0
   */
  void train(UniformRandomProvider random, ToDoubleBiFunction<Cell, Integer> accuracies) {
    int steps = context.values().whole(STEPS);
    int aggregate = context.values().whole(AGGREGATE);
    double[] gradient = new double[controller.parameters().length];
    double total = 0;
    double before = baseline;
    for (int i = 0; i < steps * aggregate; i++) {
      LstmController.Sample sample = controller.sample(random);
      double accuracy = accuracies.applyAsDouble(sample.cell(), i);
      double reward = accuracy + context.values().real(ENTROPY) * sample.entropy();
      total += reward;
      baseline = baseline(before, accuracy, reward);
      controller.addGradient(sample.cell(), -(reward - baseline) / aggregate, gradient);
      if ((i + 1) % aggregate == 0) {
        step(gradient);
      }
    }
    meanReward = total / (steps * aggregate);
  }

  /**
   * The baseline of a cell.
   *
   * @param before that of the last cell of the epoch before; NaN in the first epoch
   */
  double baseline(double before, double accuracy, double reward) {
    double decay = context.values().real(BASELINE_DECAY);
    return Double.isNaN(before) ? accuracy : before - (1 - decay) * (before - reward);
  }

  private void step(double[] gradient) {
    double scale = Math.min(1, CLIP / (FlatVectors.norm(gradient) + 1e-6));
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= scale;
    }
    adam.step(controller.parameters(), gradient);
    Arrays.fill(gradient, 0);
  }

  private static double accuracy(Cell cell, SearchNetwork network, Batch batch) {
    network.select(cell, OperationMode.OFF);
    BatchScore score =
        network.evaluate(Knobs.EVALUATION, batch, EnumSet.noneOf(Want.class), network.spare());
    return (double) score.correct() / score.images();
  }

  @Override
  public Optional<Cell> cell() {
    return Optional.empty();
  }

  @Override
  public Cell decide(SearchNetwork network, SearchBatches batches) {
    UniformRandomProvider random = context.streams().stream("candidates");
    List<Cell> cells =
        IntStream.range(0, context.values().whole(CellScoring.CANDIDATES))
            .mapToObj(i -> controller.sample(random).cell())
            .toList();
    return new CellScoring(network, batches, context.values()).best(cells);
  }

  @Override
  public Map<String, Double> measurements() {
    Map<String, Double> measurements = new LinkedHashMap<>();
    measurements.put("baseline", baseline);
    measurements.put("mean_reward", meanReward);
    return measurements;
  }

  @Override
  public void save(SavedState state) {
    state.put("controller", controller.parameters());
    state.put("adam of the controller", adam.state());
    state.put("rewards", baseline, meanReward);
  }

  @Override
  public void restore(SavedState state) {
    double[] parameters = controller.parameters();
    System.arraycopy(
        state.get("controller", parameters.length), 0, parameters, 0, parameters.length);
    adam.restore(state.get("adam of the controller"));
    baseline = state.get("rewards", 2)[0];
    meanReward = state.get("rewards", 2)[1];
  }
}
