package org.dartboard.search.method;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.random.RandomStreams;
import org.dartboard.search.Evaluation;
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

  static final SearchMethod METHOD =
      new SearchMethod(DESCRIPTION, BohbSettings.ALL, values -> new Bohb(BohbSettings.of(values)));

  private final BohbSettings settings;

  public Bohb(BohbSettings settings) {
    this.settings = settings;
  }

  @Override
  public MethodDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Map<String, Number> hyperParameters() {
    return settings.byName();
  }

  @Override
  public SearchTrace run(SimulatedTraining training, RandomStreams streams) {
    return new Run(settings, training, streams).search();
  }

  /** One search under way. */
  private static final class Run {
    private final BohbSettings settings;
    private final SimulatedTraining training;
    private final BohbModel model;
    private final UniformRandomProvider cells;
    private final UniformRandomProvider proposals;
    private final Incumbents incumbents = new Incumbents();

    Run(BohbSettings settings, SimulatedTraining training, RandomStreams streams) {
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
