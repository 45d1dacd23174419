package org.dartboard.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dartboard.claim.Column;
import org.dartboard.claim.Design;
import org.dartboard.claim.Finding;
import org.dartboard.claim.Measured;
import org.dartboard.claim.Profile;
import org.dartboard.claim.Published;
import org.dartboard.claim.Target;
import org.dartboard.report.data.Confidence;
import org.dartboard.report.data.Difference;
import org.dartboard.report.data.FigureRow;
import org.dartboard.report.data.Setting;
import org.dartboard.report.data.Worded;
import org.dartboard.statistics.Interval;
import org.dartboard.statistics.MeanIntervals;
import org.dartboard.statistics.Sample;
import org.jspecify.annotations.Nullable;

/** The rows of a claim's table: targets with what was measured, then figures shown for context. */
final class FigureRows {
  private static final double LEVEL = 0.05;

  private FigureRows() {}

  /**
   * Rows of a claim that was run.
   *
   * @param differences whether the findings' differences are in the figures' unit
   * @param byProfile what each profile alone says; empty where that is not told apart
   */
  static List<FigureRow> of(
      List<Finding> findings,
      List<Measured> measured,
      List<Target> context,
      boolean differences,
      Map<Profile, List<Measured>> byProfile) {
    List<FigureRow> rows = new ArrayList<>();
    for (Finding finding : findings) {
      Optional<Measured> values =
          measured.stream().filter(entry -> entry.target().equals(finding.target())).findFirst();
      rows.add(
          row(
                  finding.target(),
                  values.map(FigureRows::measured).orElse(null),
                  differences ? difference(finding) : null,
                  judgement(finding))
              .with(
                  of(byProfile, Profile.DESK, finding.target()),
                  of(byProfile, Profile.PAPER, finding.target())));
    }
    context.forEach(target -> rows.add(row(target, null, null, FigureRow.CONTEXT)));
    return rows;
  }

  private static org.dartboard.report.data.@Nullable Measured of(
      Map<Profile, List<Measured>> byProfile, Profile profile, Target target) {
    return byProfile.getOrDefault(profile, List.of()).stream()
        .filter(entry -> entry.target().equals(target))
        .findFirst()
        .map(FigureRows::measured)
        .orElse(null);
  }

  /** Rows of a claim that was not run: what was published, and nothing beside it. */
  static List<FigureRow> published(List<Target> targets, List<Target> context) {
    List<FigureRow> rows = new ArrayList<>();
    targets.forEach(target -> rows.add(row(target, null, null, "")));
    context.forEach(target -> rows.add(row(target, null, null, FigureRow.CONTEXT)));
    return rows;
  }

  private static FigureRow row(
      Target target,
      org.dartboard.report.data.@Nullable Measured measured,
      @Nullable Difference difference,
      String finding) {
    return new FigureRow(
        target.label(),
        target.column().map(FigureRows::setting).orElse(Setting.NONE),
        target.quantity().label(),
        target.quantity().unit(),
        published(target.published()),
        measured,
        difference,
        finding);
  }

  private static Setting setting(Column column) {
    return new Setting(column.dataset().label(), column.split().label(), column.epochs().count());
  }

  private static org.dartboard.report.data.@Nullable Published published(
      @Nullable Published figure) {
    if (figure == null) {
      return null;
    }
    String note = figure.note();
    return new org.dartboard.report.data.Published(
        figure.value(),
        figure.spread(),
        figure.spreadMeaning() == null ? "" : figure.spreadMeaning().label().replace('-', ' '),
        figure.runs(),
        figure.where()
            + "; read in: "
            + String.join("; ", figure.sources())
            + (note == null ? "" : " (" + note + ")"),
        Worded.parse(Confidence.class, figure.confidence().label()),
        figure.family().label());
  }

  private static org.dartboard.report.data.@Nullable Measured measured(Measured measured) {
    double[] values =
        measured.values().stream()
            .mapToDouble(Double::doubleValue)
            .filter(Double::isFinite)
            .toArray();
    if (values.length == 0) {
      return null;
    }
    Sample sample = Sample.of(values);
    // Distances to means that are estimates themselves share the errors of those; runs of a method
    // are alike.
    Optional<Interval> interval =
        measured.design() instanceof Design.Blocked || measured.design() instanceof Design.Methods
            ? Optional.empty()
            : MeanIntervals.student(sample, LEVEL);
    return new org.dartboard.report.data.Measured(
        sample.mean(),
        sample.standardDeviation().isPresent() ? sample.standardDeviation().getAsDouble() : null,
        sample.count(),
        interval.map(Interval::low).orElse(null),
        interval.map(Interval::high).orElse(null));
  }

  private static @Nullable Difference difference(Finding finding) {
    return finding.difference().isEmpty()
        ? null
        : new Difference(
            finding.difference().getAsDouble(),
            finding.interval().map(Interval::low).orElse(null),
            finding.interval().map(Interval::high).orElse(null));
  }

  private static String judgement(Finding finding) {
    StringBuilder text =
        new StringBuilder(
            switch (finding.judgement()) {
              case SUPPORTS -> "as claimed";
              case CONTRADICTS -> "not as claimed";
              case UNDECIDED -> "cannot tell";
            });
    if (!finding.decides()) {
      text.append("; decides nothing");
    }
    finding
        .correctedP()
        .ifPresent(p -> text.append(String.format(Locale.ROOT, "; corrected p = %.4f", p)));
    if (!finding.note().isEmpty()) {
      text.append("; ").append(finding.note());
    }
    return text.toString();
  }
}
