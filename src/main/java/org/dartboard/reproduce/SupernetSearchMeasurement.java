package org.dartboard.reproduce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dartboard.claim.Claim;
import org.dartboard.claim.Measured;
import org.dartboard.claim.Procedure;
import org.dartboard.claim.Profile;
import org.dartboard.claim.Published;
import org.dartboard.claim.SearchMeasure;
import org.dartboard.claim.Target;
import org.dartboard.report.curves.ColumnWords;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ChartForm;
import org.dartboard.report.data.Entry;
import org.dartboard.report.data.SeriesPoint;
import org.dartboard.run.FinishedTraining;
import org.dartboard.run.Trial;
import org.dartboard.space.Cell;

/** Measures {@link Procedure.SupernetSearch} on finished searches. */
final class SupernetSearchMeasurement {
  private final SearchValues values;
  private final ArmCurves curves;

  SupernetSearchMeasurement(CellFigures figures) {
    this.values = new SearchValues(figures);
    this.curves = new ArmCurves(figures);
  }

  /**
   * What some evidence says.
   *
   * @param evidence what the verdict rests on
   * @param others what else is shown beside it, by profile
   */
  Measurements measure(
      Claim claim,
      Procedure.SupernetSearch procedure,
      SearchEvidence evidence,
      List<SearchEvidence> others) {
    Map<Profile, List<Measured>> byProfile = new LinkedHashMap<>();
    for (SearchEvidence other : others) {
      if (other.finished() > 0) {
        byProfile.put(other.profile(), values.measure(claim, procedure, other.arms()));
      }
    }
    List<Trial> trials =
        evidence.arms().values().stream()
            .flatMap(arm -> arm.runs().stream().map(ArmRuns.Run::trial))
            .toList();
    return new Measurements(
        values.measure(claim, procedure, evidence.arms()),
        charts(claim, procedure, evidence),
        configuration(evidence),
        List.of(),
        trials,
        byProfile);
  }

  private List<Chart> charts(
      Claim claim, Procedure.SupernetSearch procedure, SearchEvidence evidence) {
    List<Chart> charts = new ArrayList<>();
    for (Target target : claim.targets()) {
      dots(charts.size() + 1, target, procedure, evidence).ifPresent(charts::add);
    }
    Set<String> columns = new LinkedHashSet<>(List.of(SearchLog.REGRET, SearchLog.SKIPS));
    for (SearchMeasure measure : procedure.measures()) {
      if (measure.log() != null) {
        columns.add(measure.log());
      }
    }
    for (String column : columns) {
      curves.of(column, evidence.arms().values()).ifPresent(charts::add);
    }
    return charts;
  }

  /** One dot a run for every arm that a target is about; empty where there is no run. */
  private Optional<Chart> dots(
      int number, Target target, Procedure.SupernetSearch procedure, SearchEvidence evidence) {
    SearchMeasure measure = procedure.measure(target.label());
    List<String> labels = new ArrayList<>(measure.of());
    labels.addAll(measure.against());
    List<SeriesPoint> points = new ArrayList<>();
    StringBuilder text = new StringBuilder(RunCharts.lead("Each run", least(target)));
    Published published = target.published();
    for (String label : labels) {
      List<Double> runs = values.values(target, measure, List.of(label), evidence.arms());
      List<Double> finite = runs.stream().filter(Double::isFinite).toList();
      if (!finite.isEmpty()) {
        text.append(RunCharts.addRuns(points, "run", label, finite, least(target)));
      }
      if (published != null && measure.of().contains(label)) {
        RunCharts.addPublished(points, label, published);
      }
    }
    if (measure.isRetrained()) {
      for (String label : measure.of()) {
        List<Double> runs = SearchValues.retrained(label, evidence.arms());
        if (!runs.isEmpty()) {
          text.append(
              RunCharts.addRuns(points, "run", label + ", trained anew", runs, least(target)));
        }
      }
    }
    if (points.stream().noneMatch(SeriesPoint::finite)) {
      return Optional.empty();
    }
    String unit = target.quantity().unit();
    String what =
        measure.log() == null
            ? target.quantity().label().replace('-', ' ')
            : ColumnWords.of(measure.log()).title()
                + ", "
                + Objects.requireNonNull(measure.statistic()).label();
    return Optional.of(
        new Chart(
            "runs-" + number,
            ChartForm.DOTS,
            target.name(),
            "search",
            what + (unit.isEmpty() ? "" : ", " + unit),
            text.toString(),
            false,
            points));
  }

  /** What a single run's value cannot be less than. */
  private static double least(Target target) {
    return switch (target.quantity()) {
      // The gap of a search is its regret: no cell is better than the best of the table.
      case ACCURACY, GAP, DISTANCE, COUNT -> 0;
      default -> RunCharts.NO_BOUND;
    };
  }

  /** What was run, for the reader. */
  private static List<Entry> configuration(SearchEvidence evidence) {
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry("profile", evidence.profile().label()));
    for (ArmRuns arm : evidence.arms().values()) {
      String label = arm.arm().label();
      entries.add(new Entry(label + ": method", arm.arm().method()));
      Map<String, Double> set = new TreeMap<>(SearchArms.settings(arm.arm(), evidence.profile()));
      entries.add(
          new Entry(label + ": settings", set.isEmpty() ? "the method's own" : set.toString()));
      entries.add(new Entry(label + ": runs", arm.runs().size() + " of " + arm.planned()));
      if (arm.retrains()) {
        entries.add(
            new Entry(
                label + ": trained anew",
                arm.retrained() + " of " + arm.planned() + " runs are done"));
        for (ArmRuns.Run run : arm.runs()) {
          retraining(evidence.profile(), arm, run).ifPresent(entries::add);
        }
      }
      entries.add(new Entry(label + ": configuration", arm.configuration().text()));
      entries.add(new Entry(label + ": configuration digest", arm.configuration().digest()));
    }
    return entries;
  }

  private static Optional<Entry> retraining(Profile profile, ArmRuns arm, ArmRuns.Run run) {
    Cell found = run.trial().cell();
    if (found == null) {
      return Optional.empty();
    }
    long seed = run.trial().seed();
    TrainingOrder order = Retraining.of(SearchArms.plan(arm.arm(), profile, seed), found);
    FinishedTraining training = run.retrained();
    return Optional.of(
        new Entry(
            "%s: seed %d, cell %s".formatted(arm.arm().label(), seed, found.code()),
            String.format(
                Locale.ROOT,
                "%d epochs of the cell alone take the arithmetic of the frozen ones; %s",
                order.task().recipe().epochs(),
                training == null
                    ? "not trained yet"
                    : String.format(Locale.ROOT, "%.2f %%", training.validationAccuracy()))));
  }
}
