package org.dartboard.search.method;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.random.RandomStreams;
import org.dartboard.search.Adam;
import org.dartboard.search.Evaluation;
import org.dartboard.search.HyperParameter;
import org.dartboard.search.Incumbents;
import org.dartboard.search.MethodDescription;
import org.dartboard.search.SearchMethod;
import org.dartboard.search.SearchTrace;
import org.dartboard.search.SimulatedTraining;
import org.dartboard.search.TableSearch;
import org.dartboard.space.Cell;

/**
 * REINFORCE (Williams, Machine Learning 8, 1992) on a categorical policy over cells.
 *
 * <p>Each step draws one cell a from the policy, sees its reward R, and takes one Adam step on the
 * loss -log p(a) (R - b), where b is a moving average of the rewards that already includes R.
 *
 * <p>As in the benchmark's script, the cell that no longer fits the budget ends the search but
 * still counts among those from which the best is returned; the trace's last evaluation therefore
 * lies past the budget. The script computes in single precision, this class in double.
 *
 * <p>The default learning rate, 0.5, is the one in the benchmark's documented command. With it the
 * policy settles on one cell after some twenty different ones; rates of 0.02 to 0.1 find better
 * cells in the table.
 */
public final class Reinforce implements TableSearch {
  static final MethodDescription DESCRIPTION =
      new MethodDescription(
          "reinforce",
          "REINFORCE",
          "Williams: Simple Statistical Gradient-Following Algorithms for Connectionist"
              + " Reinforcement Learning",
          1992,
          "Learns a distribution over cells by policy gradient and keeps the best cell drawn.");

  private static final HyperParameter LEARNING_RATE =
      HyperParameter.real("learningRate", 0.5, 1e-6, 100, "step size of Adam");
  private static final HyperParameter BASELINE_MOMENTUM =
      HyperParameter.real("baselineMomentum", 0.9, 0, 0.999999, "momentum of the reward average");

  static final SearchMethod METHOD =
      new SearchMethod(
          DESCRIPTION,
          List.of(LEARNING_RATE, BASELINE_MOMENTUM),
          values ->
              new Reinforce(
                  new Settings(values.real(LEARNING_RATE), values.real(BASELINE_MOMENTUM))));

  /**
   * Hyper-parameters.
   *
   * @param learningRate step size of Adam
   * @param baselineMomentum momentum of the moving average of rewards
   */
  public record Settings(double learningRate, double baselineMomentum) {
    public Settings {
      LEARNING_RATE.require(learningRate);
      BASELINE_MOMENTUM.require(baselineMomentum);
    }
  }

  private final Settings settings;

  public Reinforce(Settings settings) {
    this.settings = settings;
  }

  @Override
  public MethodDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Map<String, Number> hyperParameters() {
    Map<String, Number> values = new LinkedHashMap<>();
    values.put(LEARNING_RATE.name(), settings.learningRate());
    values.put(BASELINE_MOMENTUM.name(), settings.baselineMomentum());
    return values;
  }

  @Override
  public SearchTrace run(SimulatedTraining training, RandomStreams streams) {
    CategoricalPolicy policy = CategoricalPolicy.nearlyUniform(streams.stream("initial policy"));
    UniformRandomProvider actions = streams.stream("actions");
    Adam adam = new Adam(policy.logits().length, Adam.Settings.standard(settings.learningRate()));
    MovingAverage baseline = new MovingAverage(settings.baselineMomentum());
    Incumbents incumbents = new Incumbents();
    Cell cell = policy.sample(actions);
    Optional<Evaluation> evaluation = training.train(cell);
    while (evaluation.isPresent()) {
      incumbents.offer(evaluation.get());
      double reward = evaluation.get().reward();
      double advantage = reward - baseline.update(reward);
      adam.step(policy.logits(), lossGradient(policy, cell, advantage));
      cell = policy.sample(actions);
      evaluation = training.train(cell);
    }
    incumbents.offer(training.trainPastBudget(cell));
    return SearchTrace.of(training, incumbents);
  }

  /** The gradient of -log p(cell) times the advantage. */
  static double[] lossGradient(CategoricalPolicy policy, Cell cell, double advantage) {
    double[] gradient = policy.logProbabilityGradient(cell);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= -advantage;
    }
    return gradient;
  }
}
