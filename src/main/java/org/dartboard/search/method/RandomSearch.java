package org.dartboard.search.method;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.random.RandomStreams;
import org.dartboard.search.Evaluation;
import org.dartboard.search.Incumbents;
import org.dartboard.search.MethodDescription;
import org.dartboard.search.SearchMethod;
import org.dartboard.search.SearchTrace;
import org.dartboard.search.SimulatedTraining;
import org.dartboard.search.TableSearch;

/**
 * Random search (Bergstra and Bengio, JMLR 2012): draw cells uniformly with replacement and keep
 * the best.
 *
 * <p>As in the benchmark's script, the search ends with the first cell that the budget does not
 * allow, even where a cheaper one would still fit.
 */
public final class RandomSearch implements TableSearch {
  static final MethodDescription DESCRIPTION =
      new MethodDescription(
          "random-search",
          "Random search",
          "Bergstra and Bengio: Random Search for Hyper-Parameter Optimization",
          2012,
          "Draws cells uniformly and keeps the one with the best reward.");

  static final SearchMethod METHOD =
      new SearchMethod(DESCRIPTION, List.of(), values -> new RandomSearch());

  @Override
  public MethodDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Map<String, Number> hyperParameters() {
    return Map.of();
  }

  @Override
  public SearchTrace run(SimulatedTraining training, RandomStreams streams) {
    UniformRandomProvider random = streams.stream("cells");
    Incumbents incumbents = new Incumbents();
    Optional<Evaluation> evaluation = training.train(RandomCells.uniform(random));
    while (evaluation.isPresent()) {
      incumbents.offer(evaluation.get());
      evaluation = training.train(RandomCells.uniform(random));
    }
    return SearchTrace.of(training, incumbents);
  }
}
