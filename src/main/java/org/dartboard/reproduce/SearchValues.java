package org.dartboard.reproduce;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dartboard.claim.Block;
import org.dartboard.claim.Claim;
import org.dartboard.claim.Column;
import org.dartboard.claim.Design;
import org.dartboard.claim.Measured;
import org.dartboard.claim.Procedure;
import org.dartboard.claim.SearchMeasure;
import org.dartboard.claim.Target;
import org.dartboard.run.Configuration;
import org.dartboard.run.FinishedTraining;
import org.dartboard.space.Cell;
import org.dartboard.space.Operation;

/** Measures the targets of {@link Procedure.SupernetSearch} on finished searches. */
final class SearchValues {
  private static final double PERCENT = 100;

  private final CellFigures figures;

  SearchValues(CellFigures figures) {
    this.figures = figures;
  }

  /**
   * One entry for each target.
   *
   * @param arms the finished searches of every arm, by its label
   */
  List<Measured> measure(
      Claim claim, Procedure.SupernetSearch procedure, Map<String, ArmRuns> arms) {
    List<Measured> measured = new ArrayList<>();
    for (Target target : claim.targets()) {
      SearchMeasure measure = procedure.measure(target.label());
      if (measure.isPaired()) {
        measured.add(paired(target, measure, arms));
        continue;
      }
      if (measure.isCentred()) {
        measured.add(centred(target, measure, arms));
        continue;
      }
      if (measure.isDeviation()) {
        measured.add(spread(target, measure, arms));
        continue;
      }
      if (measure.isBySeed(procedure)) {
        measured.add(alike(target, measure, arms));
        continue;
      }
      List<List<Double>> methods = byMethod(target, measure, measure.of(), arms);
      if (methods.size() > 1 && measure.against().isEmpty() && !measure.isRetrained()) {
        measured.add(Measured.ofMethods(target, methods));
        continue;
      }
      List<Double> values = flat(methods);
      List<Double> reference =
          measure.isRetrained()
              ? measure.of().stream().flatMap(label -> retrained(label, arms).stream()).toList()
              : values(target, measure, measure.against(), arms);
      measured.add(new Measured(target, values, 0, reference));
    }
    return measured;
  }

  /** The differences of runs with the same seed. */
  private Measured paired(Target target, SearchMeasure measure, Map<String, ArmRuns> arms) {
    Map<Long, Double> values = bySeed(target, measure, measure.of().get(0), arms);
    Map<Long, Double> others = bySeed(target, measure, measure.against().get(0), arms);
    values.keySet().retainAll(others.keySet());
    values.replaceAll((seed, value) -> value - others.getOrDefault(seed, Double.NaN));
    return Measured.paired(target, List.copyOf(values.values()));
  }

  /** Distances to the mean of the reference's arm at the same place; a block for each reference. */
  private Measured centred(Target target, SearchMeasure measure, Map<String, ArmRuns> arms) {
    Map<Configuration, List<String>> ofReference = new LinkedHashMap<>();
    Map<Configuration, String> references = new LinkedHashMap<>();
    for (int place = 0; place < measure.of().size(); place++) {
      String reference = measure.against().get(place);
      Configuration configuration =
          Objects.requireNonNull(arms.get(reference), reference).configuration();
      references.putIfAbsent(configuration, reference);
      ofReference
          .computeIfAbsent(configuration, each -> new ArrayList<>())
          .add(measure.of().get(place));
    }
    List<Block> blocks = new ArrayList<>();
    references.forEach(
        (configuration, reference) -> {
          List<Double> others = values(target, measure, List.of(reference), arms);
          double mean = mean(others);
          // Runs whose reference has yet to be run, or has no value, cannot be compared; they have
          // not failed.
          if (Double.isFinite(mean)) {
            blocks.add(
                new Block(
                    distinct(ofReference.getOrDefault(configuration, List.of()), arms).stream()
                        .map(arm -> values(target, measure, List.of(arm.arm().label()), arms))
                        .map(values -> less(values, mean))
                        .toList(),
                    less(others, mean)));
          }
        });
    return Measured.blocked(target, blocks);
  }

  private static List<Double> less(List<Double> values, double mean) {
    return values.stream().map(value -> value - mean).toList();
  }

  /** The seeds that all arms have, which are of one method. */
  private Measured alike(Target target, SearchMeasure measure, Map<String, ArmRuns> arms) {
    Design.Spread sides = ofCommonSeeds(target, measure, arms);
    List<Block> seeds = new ArrayList<>();
    for (int place = 0; place < sides.arms().get(0).size(); place++) {
      int each = place;
      seeds.add(
          new Block(
              sides.arms().stream().map(arm -> List.of(arm.get(each))).toList(),
              sides.reference().stream().map(arm -> arm.get(each)).toList()));
    }
    return Measured.bySeed(target, seeds);
  }

  /** Distances to the mean of the own arm, and what they are of where all arms have a seed. */
  private Measured spread(Target target, SearchMeasure measure, Map<String, ArmRuns> arms) {
    return Measured.spread(
        target,
        values(target, measure, measure.of(), arms),
        values(target, measure, measure.against(), arms),
        ofCommonSeeds(target, measure, arms));
  }

  /** The values of each arm, of both sides, for the seeds that all of them have. */
  private Design.Spread ofCommonSeeds(
      Target target, SearchMeasure measure, Map<String, ArmRuns> arms) {
    List<SortedMap<Long, Double>> all =
        Stream.concat(measure.of().stream(), measure.against().stream())
            .map(label -> bySeed(target, measure, label, arms))
            .toList();
    Set<Long> common = new TreeSet<>(all.get(0).keySet());
    all.forEach(own -> common.retainAll(own.keySet()));
    all.forEach(own -> own.keySet().retainAll(common));
    List<List<Double>> values = all.stream().map(own -> List.copyOf(own.values())).toList();
    int first = measure.of().size();
    return new Design.Spread(values.subList(0, first), values.subList(first, values.size()));
  }

  private SortedMap<Long, Double> bySeed(
      Target target, SearchMeasure measure, String label, Map<String, ArmRuns> arms) {
    return bySeed(target, measure, Objects.requireNonNull(arms.get(label), label));
  }

  private SortedMap<Long, Double> bySeed(Target target, SearchMeasure measure, ArmRuns arm) {
    SortedMap<Long, Double> values = new TreeMap<>();
    for (ArmRuns.Run run : arm.runs()) {
      values.put(run.trial().seed(), value(target, measure, run));
    }
    return values;
  }

  /** The values of every run of some arms, one after the other, as {@link #byMethod} has them. */
  List<Double> values(
      Target target, SearchMeasure measure, List<String> labels, Map<String, ArmRuns> arms) {
    return flat(byMethod(target, measure, labels, arms));
  }

  private static List<Double> flat(List<List<Double>> methods) {
    return methods.stream().flatMap(List::stream).toList();
  }

  /**
   * The value of every run of some arms, by their methods; NaN where a run has none. Of arms of one
   * method, whose runs with the same seed start alike and see the same batches, it is the mean of
   * those with a seed, for the seeds that all of them have: such runs are not independent.
   */
  private List<List<Double>> byMethod(
      Target target, SearchMeasure measure, List<String> labels, Map<String, ArmRuns> arms) {
    Map<String, List<SortedMap<Long, Double>>> ofMethods = new LinkedHashMap<>();
    for (ArmRuns arm : distinct(labels, arms)) {
      ofMethods
          .computeIfAbsent(arm.arm().method(), method -> new ArrayList<>())
          .add(bySeed(target, measure, arm));
    }
    List<List<Double>> values = new ArrayList<>();
    for (List<SortedMap<Long, Double>> alike : ofMethods.values()) {
      values.add(
          measure.isDeviation()
              ? alike.stream().flatMap(own -> deviations(own.values()).stream()).toList()
              : means(alike));
    }
    return values;
  }

  /** By the seeds that all have. */
  private static List<Double> means(List<SortedMap<Long, Double>> alike) {
    Map<Long, List<Double>> bySeed = new TreeMap<>();
    for (SortedMap<Long, Double> own : alike) {
      own.forEach(
          (seed, value) -> bySeed.computeIfAbsent(seed, each -> new ArrayList<>()).add(value));
    }
    return bySeed.values().stream()
        .filter(values -> values.size() == alike.size())
        .map(values -> values.stream().mapToDouble(value -> value).average().orElseThrow())
        .toList();
  }

  /** The arms of some labels; those of one configuration are the same searches and count once. */
  static List<ArmRuns> distinct(List<String> labels, Map<String, ArmRuns> arms) {
    Map<Configuration, ArmRuns> distinct = new LinkedHashMap<>();
    for (String label : labels) {
      ArmRuns runs = Objects.requireNonNull(arms.get(label), label);
      distinct.putIfAbsent(runs.configuration(), runs);
    }
    return List.copyOf(distinct.values());
  }

  /** Test accuracies of an arm's cells that were trained anew, in percent. */
  static List<Double> retrained(String label, Map<String, ArmRuns> arms) {
    return Objects.requireNonNull(arms.get(label), label).runs().stream()
        .map(ArmRuns.Run::retrained)
        .filter(Objects::nonNull)
        .map(FinishedTraining::validationAccuracy)
        .toList();
  }

  /** Distances to the mean of the finite values; what is not finite stays so. */
  static List<Double> deviations(Collection<Double> values) {
    double mean = mean(values);
    return values.stream().map(value -> Math.abs(value - mean)).toList();
  }

  /** Of the finite values; NaN where there is none. */
  private static double mean(Collection<Double> values) {
    return values.stream()
        .filter(Double::isFinite)
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(Double.NaN);
  }

  private double value(Target target, SearchMeasure measure, ArmRuns.Run run) {
    Cell cell = run.trial().cell();
    if (cell == null) {
      return Double.NaN;
    }
    return switch (target.quantity()) {
      case ACCURACY -> figures.of(cell, CellFigures.column(target));
      case GAP -> {
        Column column = CellFigures.column(target);
        yield figures.best(column) - figures.of(cell, column);
      }
      case RELATIVE_IMPROVEMENT -> {
        Column column = CellFigures.column(target);
        double mean = figures.mean(column);
        yield PERCENT * (figures.of(cell, column) - mean) / mean;
      }
      case COUNT -> cell.count(Operation.SKIP_CONNECT);
      case DIAGNOSTIC ->
          new SearchLog(run.log(), run.scores(), cell)
              .statistic(
                  Objects.requireNonNull(measure.log()),
                  Objects.requireNonNull(measure.statistic()),
                  figures);
      case DISTANCE, PEARSON, SPEARMAN, KENDALL, TIME, MEMORY ->
          throw new IllegalArgumentException(
              "%s asks for %s, which no run of a search has"
                  .formatted(target.name(), target.quantity().label()));
    };
  }
}
