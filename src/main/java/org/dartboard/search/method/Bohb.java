package org.dartboard.search.method;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.random.RandomStreams;
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
 * BOHB (Falkner, Klein and Hutter, ICML 2018): Hyperband whose new cells come from a model of good
 * and bad cells.
 *
 * <p>As in the benchmark's script for HpBandSter, three things differ from what the method was made
 * for. The reward does not depend on the budget: each rung trains a cell anew for the same 12
 * epochs and pays for it in full, so that a cell which rises to the top of a bracket is paid for up
 * to three times. The result is the best cell among those evaluated at the largest budget alone,
 * however good others were; until one has been, the cell evaluated at the largest budget so far.
 * And the search ends with the first cell that does not fit the time.
 */
public final class Bohb implements TableSearch {
  static final MethodDescription DESCRIPTION =
      new MethodDescription(
          "bohb",
          "BOHB",
          "Falkner, Klein and Hutter: BOHB, Robust and Efficient Hyperparameter Optimization at"
              + " Scale",
          2018,
          "Hyperband that draws cells where good ones are dense and bad ones are not.");

  private static final HyperParameter ITERATIONS =
      HyperParameter.whole("iterations", 50, 1, 100_000, "brackets to run at most");
  private static final HyperParameter ETA =
      HyperParameter.whole("eta", 3, 2, 10, "of how many cells one goes on to the next rung");
  private static final HyperParameter MIN_BUDGET =
      HyperParameter.real("minBudget", 12, 1e-3, 1e6, "smallest budget of a bracket");
  private static final HyperParameter MAX_BUDGET =
      HyperParameter.real("maxBudget", 200, 1e-3, 1e6, "largest budget of a bracket");
  private static final HyperParameter NUM_SAMPLES =
      HyperParameter.whole("numSamples", 4, 1, 100_000, "draws of which the best is proposed");
  private static final HyperParameter RANDOM_FRACTION =
      HyperParameter.real("randomFraction", 0, 0, 1, "share of cells drawn without the model");
  private static final HyperParameter MIN_BANDWIDTH =
      HyperParameter.real("minBandwidth", 0.3, 1e-6, 1, "least bandwidth of the densities");
  private static final HyperParameter TOP_PERCENT =
      HyperParameter.whole("topPercent", 15, 1, 99, "per cent of cells that count as good");
  private static final HyperParameter MIN_POINTS =
      HyperParameter.whole("minPointsInModel", 7, 7, 100_000, "least cells in a density");

  static final SearchMethod METHOD =
      new SearchMethod(
          DESCRIPTION,
          List.of(
              ITERATIONS,
              ETA,
              MIN_BUDGET,
              MAX_BUDGET,
              NUM_SAMPLES,
              RANDOM_FRACTION,
              MIN_BANDWIDTH,
              TOP_PERCENT,
              MIN_POINTS),
          values ->
              new Bohb(
                  new Settings(
                      values.whole(ITERATIONS),
                      values.whole(ETA),
                      values.real(MIN_BUDGET),
                      values.real(MAX_BUDGET),
                      values.whole(NUM_SAMPLES),
                      values.real(RANDOM_FRACTION),
                      values.real(MIN_BANDWIDTH),
                      values.whole(TOP_PERCENT),
                      values.whole(MIN_POINTS))));

  /**
   * Hyper-parameters. The bandwidth factor that the benchmark's script also gives acts on
   * continuous variables only, of which a cell has none.
   *
   * @param iterations brackets to run at most
   * @param eta of how many cells one goes on to the next rung
   * @param minBudget smallest budget of a bracket; only its ratio to the largest matters here
   * @param maxBudget largest budget of a bracket, not below the smallest
   * @param numSamples draws of which the best is proposed
   * @param randomFraction share of cells drawn without the model
   * @param minBandwidth least bandwidth of the densities
   * @param topPercent per cent of cells that count as good
   * @param minPointsInModel least cells in a density
   */
  public record Settings(
      int iterations,
      int eta,
      double minBudget,
      double maxBudget,
      int numSamples,
      double randomFraction,
      double minBandwidth,
      int topPercent,
      int minPointsInModel) {
    public Settings {
      ITERATIONS.require(iterations);
      ETA.require(eta);
      MIN_BUDGET.require(minBudget);
      MAX_BUDGET.require(maxBudget);
      NUM_SAMPLES.require(numSamples);
      RANDOM_FRACTION.require(randomFraction);
      MIN_BANDWIDTH.require(minBandwidth);
      TOP_PERCENT.require(topPercent);
      MIN_POINTS.require(minPointsInModel);
      if (minBudget > maxBudget) {
        throw new IllegalArgumentException(
            "'minBudget' is " + minBudget + ", above 'maxBudget', " + maxBudget);
      }
    }
  }

  private final Settings settings;

  public Bohb(Settings settings) {
    this.settings = settings;
  }

  @Override
  public MethodDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Map<String, Number> hyperParameters() {
    Map<String, Number> values = new LinkedHashMap<>();
    values.put(ITERATIONS.name(), settings.iterations());
    values.put(ETA.name(), settings.eta());
    values.put(MIN_BUDGET.name(), settings.minBudget());
    values.put(MAX_BUDGET.name(), settings.maxBudget());
    values.put(NUM_SAMPLES.name(), settings.numSamples());
    values.put(RANDOM_FRACTION.name(), settings.randomFraction());
    values.put(MIN_BANDWIDTH.name(), settings.minBandwidth());
    values.put(TOP_PERCENT.name(), settings.topPercent());
    values.put(MIN_POINTS.name(), settings.minPointsInModel());
    return values;
  }

  @Override
  public SearchTrace run(SimulatedTraining training, RandomStreams streams) {
    return new Run(settings, training, streams).search();
  }

  /** One search under way. */
  private static final class Run {
    private final Settings settings;
    private final SimulatedTraining training;
    private final BohbModel model;
    private final UniformRandomProvider cells;
    private final UniformRandomProvider proposals;
    private final Incumbents incumbents = new Incumbents();

    Run(Settings settings, SimulatedTraining training, RandomStreams streams) {
      this.settings = settings;
      this.training = training;
      this.model = new BohbModel(settings);
      this.cells = streams.stream("cells");
      this.proposals = streams.stream("proposals");
    }

    SearchTrace search() {
      HyperbandSchedule schedule =
          HyperbandSchedule.between(settings.minBudget(), settings.maxBudget(), settings.eta());
      boolean timeLeft = true;
      for (int iteration = 0; timeLeft && iteration < settings.iterations(); iteration++) {
        timeLeft = halve(schedule.bracket(iteration));
      }
      return SearchTrace.of(training, incumbents);
    }

    /** Runs a bracket; false if the time ended within it. */
    private boolean halve(List<HyperbandSchedule.Rung> rungs) {
      List<Evaluation> previous = List.of();
      for (HyperbandSchedule.Rung rung : rungs) {
        List<Evaluation> survivors = best(previous, rung.cells());
        List<Evaluation> evaluated = new ArrayList<>();
        for (int i = 0; i < rung.cells(); i++) {
          Cell cell = previous.isEmpty() ? newCell() : survivors.get(i).cell();
          Optional<Evaluation> evaluation = training.train(cell);
          if (evaluation.isEmpty()) {
            return false;
          }
          incumbents.offer(evaluation.get(), rung.budget());
          model.observe(rung.budget(), cell, evaluation.get().reward());
          evaluated.add(evaluation.get());
        }
        previous = evaluated;
      }
      return true;
    }

    private Cell newCell() {
      return model.propose(proposals).orElseGet(() -> RandomCells.uniform(cells));
    }
  }

  /** The best evaluations, the earlier of equals, in their given order. */
  static List<Evaluation> best(List<Evaluation> evaluations, int count) {
    return IntStream.range(0, evaluations.size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> evaluations.get(i).reward()).reversed())
        .limit(count)
        .sorted()
        .map(evaluations::get)
        .toList();
  }
}
