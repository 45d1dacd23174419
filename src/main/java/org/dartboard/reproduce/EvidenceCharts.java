package org.dartboard.reproduce;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dartboard.claim.Claim;
import org.dartboard.claim.Procedure;
import org.dartboard.claim.Published;
import org.dartboard.claim.Rule;
import org.dartboard.claim.SearchMeasure;
import org.dartboard.claim.Target;
import org.dartboard.report.curves.ColumnWords;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ChartForm;
import org.dartboard.report.data.SeriesPoint;
import org.dartboard.report.data.ValueRange;

/**
 * The charts on the page of a claim that rests on searches: a dot for each run, and curves over the
 * epochs. The searches of each profile have rows and curves of their own.
 */
final class EvidenceCharts {
  private final SearchValues values;
  private final ArmCurves curves;
  private final List<SearchEvidence> shown;

  /**
   * @param shown what the verdict rests on, then what other profiles have
   */
  EvidenceCharts(SearchValues values, ArmCurves curves, List<SearchEvidence> shown) {
    this.values = values;
    this.curves = curves;
    this.shown = List.copyOf(shown);
  }

  /** The charts of a claim; empty where nothing has been run. */
  List<Chart> of(Claim claim, Procedure.SupernetSearch procedure) {
    List<Chart> charts = new ArrayList<>();
    for (Target target : claim.targets()) {
      dots(charts.size() + 1, target, procedure, claim.rule()).ifPresent(charts::add);
    }
    Set<String> columns = new LinkedHashSet<>(List.of(SearchLog.REGRET, SearchLog.SKIPS));
    for (SearchMeasure measure : procedure.measures()) {
      if (measure.log() != null) {
        columns.add(measure.log());
      }
    }
    List<ArmRuns> arms = new ArrayList<>();
    for (SearchEvidence evidence : shown) {
      evidence.arms().values().forEach(arm -> arms.add(named(arm, evidence, shown)));
    }
    for (String column : columns) {
      curves.of(column, arms).ifPresent(charts::add);
    }
    return charts;
  }

  /** An arm under its label, with the profile where searches of several are shown. */
  static ArmRuns named(ArmRuns arm, SearchEvidence evidence, List<SearchEvidence> shown) {
    return shown.size() == 1
        ? arm
        : arm.called(arm.arm().label() + ", " + evidence.profile().label());
  }

  /**
   * One dot a run for every arm that a target is about, with the rule's threshold; empty where
   * there is no run.
   */
  private Optional<Chart> dots(
      int number, Target target, Procedure.SupernetSearch procedure, Rule rule) {
    SearchMeasure measure = procedure.measure(target.label());
    List<SeriesPoint> points = new ArrayList<>();
    ValueRange limits = RunLimits.of(target, measure);
    StringBuilder text = new StringBuilder(RunCharts.lead("Each run", limits));
    for (SearchEvidence evidence : shown) {
      text.append(dots(points, target, measure, evidence, limits));
    }
    if (points.stream().noneMatch(SeriesPoint::finite)) {
      return Optional.empty();
    }
    text.append(RunCharts.addThreshold(points, rule));
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
                points)
            .within(limits));
  }

  /**
   * Adds the dots of one profile.
   *
   * @return the same in words
   */
  private String dots(
      List<SeriesPoint> points,
      Target target,
      SearchMeasure measure,
      SearchEvidence evidence,
      ValueRange limits) {
    List<String> labels = new ArrayList<>(measure.of());
    labels.addAll(measure.against());
    StringBuilder text = new StringBuilder();
    Published published = target.published();
    for (String label : labels) {
      String name = name(label, evidence);
      List<Double> runs = values.values(target, measure, List.of(label), evidence.arms());
      List<Double> finite = runs.stream().filter(Double::isFinite).toList();
      if (!finite.isEmpty()) {
        text.append(RunCharts.addRuns(points, "run", name, finite, limits));
      }
      boolean drawn = evidence == shown.get(0) || !finite.isEmpty();
      if (published != null && drawn && measure.of().contains(label)) {
        RunCharts.addPublished(points, name, published, limits);
      }
    }
    if (measure.isRetrained()) {
      for (String label : measure.of()) {
        String name = name(label, evidence) + ", trained anew";
        List<Double> runs = SearchValues.retrained(label, evidence.arms());
        if (!runs.isEmpty()) {
          text.append(RunCharts.addRuns(points, "run", name, runs, limits));
        }
      }
    }
    return text.toString();
  }

  private String name(String label, SearchEvidence evidence) {
    ArmRuns arm = Objects.requireNonNull(evidence.arms().get(label), label);
    return named(arm, evidence, shown).arm().label();
  }
}
