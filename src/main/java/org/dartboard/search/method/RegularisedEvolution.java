package org.dartboard.search.method;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/**
 * Regularised (ageing) evolution (Real et al., AAAI 2019, algorithm 1).
 *
 * <p>A parent is the best of a few cells drawn from the population with replacement; its mutant
 * enters the population and the oldest cell leaves it, however good. The first population is drawn
 * at random and paid for like any other cell. The result is the best cell of the whole history.
 */
public final class RegularisedEvolution implements TableSearch {
  static final MethodDescription DESCRIPTION =
      new MethodDescription(
          "regularised-evolution",
          "Regularised evolution",
          "Real, Aggarwal, Huang and Le: Regularized Evolution for Image Classifier Architecture"
              + " Search",
          2019,
          "Mutates the best of a small random sample of the population and lets the oldest die.");

  private static final HyperParameter POPULATION =
      HyperParameter.whole("population", 10, 1, 10_000, "cells alive at a time");
  private static final HyperParameter SAMPLE_SIZE =
      HyperParameter.whole("sampleSize", 3, 1, 10_000, "cells in a tournament for parenthood");

  static final SearchMethod METHOD =
      new SearchMethod(
          DESCRIPTION,
          List.of(POPULATION, SAMPLE_SIZE),
          values ->
              new RegularisedEvolution(
                  new Settings(values.whole(POPULATION), values.whole(SAMPLE_SIZE))));

  /**
   * Hyper-parameters.
   *
   * @param population cells alive at a time
   * @param sampleSize cells in a tournament for parenthood
   */
  public record Settings(int population, int sampleSize) {
    public Settings {
      POPULATION.require(population);
      SAMPLE_SIZE.require(sampleSize);
    }
  }

  private final Settings settings;

  public RegularisedEvolution(Settings settings) {
    this.settings = settings;
  }

  @Override
  public MethodDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Map<String, Number> hyperParameters() {
    Map<String, Number> values = new LinkedHashMap<>();
    values.put(POPULATION.name(), settings.population());
    values.put(SAMPLE_SIZE.name(), settings.sampleSize());
    return values;
  }

  @Override
  public SearchTrace run(SimulatedTraining training, RandomStreams streams) {
    UniformRandomProvider cells = streams.stream("cells");
    UniformRandomProvider tournaments = streams.stream("tournaments");
    UniformRandomProvider mutations = streams.stream("mutations");
    Incumbents incumbents = new Incumbents();
    Deque<Evaluation> population = new ArrayDeque<>();
    Optional<Evaluation> child = training.train(RandomCells.uniform(cells));
    while (child.isPresent()) {
      incumbents.offer(child.get());
      population.addLast(child.get());
      if (population.size() > settings.population()) {
        population.removeFirst();
      }
      child =
          population.size() < settings.population()
              ? training.train(RandomCells.uniform(cells))
              : training.train(
                  RandomCells.mutate(parent(population, tournaments).cell(), mutations));
    }
    return SearchTrace.of(training, incumbents);
  }

  private Evaluation parent(Deque<Evaluation> population, UniformRandomProvider random) {
    List<Evaluation> alive = new ArrayList<>(population);
    Evaluation best = alive.get(random.nextInt(alive.size()));
    for (int drawn = 1; drawn < settings.sampleSize(); drawn++) {
      Evaluation candidate = alive.get(random.nextInt(alive.size()));
      if (candidate.reward() > best.reward()) {
        best = candidate;
      }
    }
    return best;
  }
}
