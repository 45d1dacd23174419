package org.dartboard.reproduce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dartboard.claim.Claim;
import org.dartboard.claim.Measured;
import org.dartboard.claim.Procedure;
import org.dartboard.claim.Profile;
import org.dartboard.report.data.Entry;
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
    List<SearchEvidence> beside =
        others.stream()
            .filter(other -> other.finished() > 0 && other.profile() != evidence.profile())
            .toList();
    List<SearchEvidence> shown = new ArrayList<>(List.of(evidence));
    shown.addAll(beside);
    return new Measurements(
        values.measure(claim, procedure, evidence.arms()),
        new EvidenceCharts(values, curves, shown).of(claim, procedure),
        configuration(shown),
        List.of(),
        trials(List.of(evidence)),
        trials(beside),
        byProfile);
  }

  private static List<Trial> trials(List<SearchEvidence> shown) {
    return shown.stream()
        .flatMap(evidence -> evidence.distinct().stream())
        .flatMap(arm -> arm.runs().stream().map(ArmRuns.Run::trial))
        .toList();
  }

  /** What was run, for the reader. */
  private static List<Entry> configuration(List<SearchEvidence> shown) {
    List<Entry> entries = new ArrayList<>();
    for (SearchEvidence evidence : shown) {
      entries.add(
          new Entry(
              entries.isEmpty() ? "profile" : "profile that is shown beside it",
              evidence.profile().label()));
      for (ArmRuns arm : evidence.arms().values()) {
        entries.addAll(configuration(evidence, EvidenceCharts.named(arm, evidence, shown)));
      }
    }
    return entries;
  }

  private static List<Entry> configuration(SearchEvidence evidence, ArmRuns arm) {
    List<Entry> entries = new ArrayList<>();
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
