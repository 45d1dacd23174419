package org.dartboard.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.dartboard.random.RandomStreams;
import org.dartboard.space.Cell;

/**
 * Trains cells for one search against a simulated clock, and remembers what it was asked for.
 *
 * <p>A cell that is trained twice is paid for twice and, under reward noise, draws a new reward, as
 * a random choice of the training seed would. Not safe for use by several threads.
 */
public final class SimulatedTraining {
  private final TrainingOutcomes outcomes;
  private final SearchProtocol protocol;
  private final ContinuousSampler noise;
  private final List<Evaluation> evaluations = new ArrayList<>();
  private double clock;

  /**
   * Training with the clock at 0.
   *
   * @param streams the trial's streams, from which reward noise is drawn
   */
  public SimulatedTraining(
      TrainingOutcomes outcomes, SearchProtocol protocol, RandomStreams streams) {
    this.outcomes = outcomes;
    this.protocol = protocol;
    this.noise = ZigguratSampler.NormalizedGaussian.of(streams.stream("reward noise"));
  }

  /**
   * Trains a cell if the budget allows it.
   *
   * @return the evaluation, or empty, with nothing spent, if the clock would pass the budget
   */
  public Optional<Evaluation> train(Cell cell) {
    return clock + cost(cell) > protocol.budgetSeconds()
        ? Optional.empty()
        : Optional.of(spend(cell));
  }

  /**
   * Trains a cell although the clock may pass the budget by it; only for a search whose published
   * code does so with its last cell.
   */
  public Evaluation trainPastBudget(Cell cell) {
    return spend(cell);
  }

  /** All evaluations so far, in order. */
  public List<Evaluation> evaluations() {
    return List.copyOf(evaluations);
  }

  private Evaluation spend(Cell cell) {
    clock += cost(cell);
    double reward = outcomes.reward(cell);
    if (protocol.rewardNoise() > 0) {
      reward += protocol.rewardNoise() * noise.sample();
    }
    Evaluation evaluation = new Evaluation(cell, reward, clock);
    evaluations.add(evaluation);
    return evaluation;
  }

  private double cost(Cell cell) {
    return outcomes.seconds(cell) * (1 + protocol.evaluationShare());
  }
}
