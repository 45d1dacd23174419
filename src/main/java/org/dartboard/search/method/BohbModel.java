package org.dartboard.search.method;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.jspecify.annotations.Nullable;

/**
 * BOHB's model: the densities of good and of bad cells at the largest budget that has enough of
 * both, and the proposal of a cell by their ratio (Falkner et al., ICML 2018, section 4.1).
 */
final class BohbModel {
  private static final double DENSITY_FLOOR = 1e-32;

  private record Observation(Cell cell, double reward) {}

  private record Densities(int budget, AitchisonAitkenDensity good, AitchisonAitkenDensity bad) {}

  private final BohbSettings settings;
  private final TreeMap<Integer, List<Observation>> observations = new TreeMap<>();
  private @Nullable Densities model;

  BohbModel(BohbSettings settings) {
    this.settings = settings;
  }

  /** Takes in an evaluation, unless a larger budget than its own already has a model. */
  void observe(int budget, Cell cell, double reward) {
    if (model == null || budget >= model.budget()) {
      observations
          .computeIfAbsent(budget, unused -> new ArrayList<>())
          .add(new Observation(cell, reward));
      fit(budget);
    }
  }

  /**
   * Proposes the best by density ratio of a few cells drawn from the good density; empty where
   * there is no model yet, where chance asks for a cell outside the model, or where no draw has a
   * usable ratio.
   */
  Optional<Cell> propose(UniformRandomProvider random) {
    Densities densities = model;
    if (densities == null || random.nextDouble() < settings.randomFraction()) {
      return Optional.empty();
    }
    double lowest = Double.POSITIVE_INFINITY;
    Optional<Cell> best = Optional.empty();
    for (int sample = 0; sample < settings.numSamples(); sample++) {
      Cell cell = densities.good().draw(random);
      double good = densities.good().at(cell);
      double ratio = ratio(densities.bad().at(cell), good);
      if (!Double.isFinite(ratio) && Double.isFinite(good)) {
        return Optional.of(cell);
      }
      if (ratio < lowest) {
        lowest = ratio;
        best = Optional.of(cell);
      }
    }
    return best;
  }

  /**
   * Bad over good density, each at least 1e-32. The comparisons are written out because the
   * published code's maximum takes a bad density that is not a number for the floor, but passes a
   * good one on.
   */
  static double ratio(double bad, double good) {
    double numerator = bad > DENSITY_FLOOR ? bad : DENSITY_FLOOR;
    double denominator = DENSITY_FLOOR > good ? DENSITY_FLOOR : good;
    return numerator / denominator;
  }

  private void fit(int budget) {
    List<Observation> ranked = new ArrayList<>(observations.getOrDefault(budget, List.of()));
    ranked.sort(Comparator.comparingDouble(Observation::reward).reversed());
    int least = settings.minPointsInModel();
    int count = ranked.size();
    int good = Math.min(count, Math.max(least, settings.topPercent() * count / 100));
    int bad = Math.max(least, (100 - settings.topPercent()) * count / 100);
    int end = Math.min(count, good + bad);
    if (count >= least && end - good > Edge.COUNT) {
      model =
          new Densities(
              budget, density(ranked.subList(0, good)), density(ranked.subList(good, end)));
    }
  }

  private AitchisonAitkenDensity density(List<Observation> observed) {
    return new AitchisonAitkenDensity(
        observed.stream().map(Observation::cell).toList(), settings.minBandwidth());
  }
}
