package org.dartboard.reproduce;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dartboard.claim.Claim;
import org.dartboard.claim.Column;
import org.dartboard.claim.Decimals;
import org.dartboard.claim.Evidence;
import org.dartboard.claim.Measured;
import org.dartboard.claim.Procedure;
import org.dartboard.claim.Profile;
import org.dartboard.claim.Target;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.Entry;
import org.dartboard.run.FinishedTraining;
import org.dartboard.run.Ledger;
import org.dartboard.statistics.Correlation;
import org.dartboard.table.Epochs;

/**
 * Finds and measures the evidence of {@link Procedure.Training}: trainings that the ledger has.
 *
 * <p>Nothing is trained here, since that takes hours. All trainings are of the benchmark's full
 * size, so the evidence is of the profile paper, whichever was asked for; smoke has none.
 */
final class TrainingClaims {
  private static final int FEWEST_FOR_A_CORRELATION = 3;

  private final CellFigures figures;
  private final Ledger ledger;
  private final Profile asked;

  TrainingClaims(CellFigures figures, Ledger ledger, Profile asked) {
    this.figures = figures;
    this.ledger = ledger;
    this.asked = asked;
  }

  Reading read(Claim claim, Procedure.Training procedure) throws IOException {
    if (!figures.table().source().published()) {
      return notRun(Reproduction.DATA_MISSING);
    }
    List<FinishedTraining> finished = finished(procedure);
    int planned = procedure.trainings();
    String missing =
        String.format(
            Locale.ROOT,
            "%d of %d trainings are in the ledger, rest queued (%s)",
            finished.size(),
            planned,
            RunCommands.named(claim, Profile.PAPER));
    if (asked == Profile.SMOKE) {
      return notRun(
          "the profile smoke has none of the trainings, which are of full size. For the profile"
              + " paper "
              + missing);
    }
    if (finished.isEmpty()) {
      return notRun(missing);
    }
    Measurements measurements = measure(claim, procedure, finished);
    Evidence evidence =
        finished.size() == planned
            ? new Evidence.Measurements(measurements.measured())
            : new Evidence.Unfinished(
                measurements.measured(),
                finished.size(),
                planned,
                RunCommands.named(claim, Profile.PAPER));
    return new Reading(Profile.PAPER, evidence, Optional.of(measurements));
  }

  private Reading notRun(String reason) {
    Profile profile = asked == Profile.SMOKE ? Profile.SMOKE : Profile.PAPER;
    return Reading.notRun(profile, reason);
  }

  private List<FinishedTraining> finished(Procedure.Training procedure) throws IOException {
    List<FinishedTraining> finished = new ArrayList<>();
    for (TrainingOrder order : TrainingOrder.of(procedure)) {
      order.finished(ledger).ifPresent(finished::add);
    }
    return finished;
  }

  private Measurements measure(
      Claim claim, Procedure.Training procedure, List<FinishedTraining> finished)
      throws IOException {
    Column column = procedure.column();
    TrainedCells trained = TrainedCells.of(finished, figures, column);
    SiblingNoise noise = SiblingNoise.of(figures, column);
    List<Measured> measured =
        claim.targets().stream().map(target -> measured(target, trained)).toList();
    List<Chart> charts = TrainingCharts.of(trained, column, noise.limit());
    List<Entry> entries = entries(procedure, finished, trained, noise);
    return new Measurements(
        measured,
        charts,
        entries,
        List.of(),
        finished.stream().map(FinishedTraining::asTrial).toList(),
        List.of(),
        Map.of());
  }

  private static Measured measured(Target target, TrainedCells trained) {
    return switch (target.quantity()) {
      case GAP ->
          Measured.runs(
              target, trained.pairs().stream().map(TrainedCells.Pair::difference).toList(), 0);
      case DISTANCE ->
          Measured.runs(
              target,
              trained.pairs().stream().map(pair -> Math.abs(pair.difference())).toList(),
              0);
      case PEARSON, SPEARMAN, KENDALL -> Measured.exact(target, correlation(target, trained));
      default ->
          throw new IllegalArgumentException(
              "%s asks for %s, which trainings do not have"
                  .formatted(target.name(), target.quantity().label()));
    };
  }

  /** NaN for fewer than three cells: any two lie on a line. */
  private static double correlation(Target target, TrainedCells trained) {
    if (trained.pairs().size() < FEWEST_FOR_A_CORRELATION) {
      return Double.NaN;
    }
    double[] own = trained.own();
    double[] table = trained.table();
    OptionalDouble value =
        switch (target.quantity()) {
          case PEARSON -> Correlation.pearson(own, table);
          case SPEARMAN -> Correlation.spearman(own, table);
          default -> Correlation.kendall(own, table);
        };
    return value.orElse(Double.NaN);
  }

  private List<Entry> entries(
      Procedure.Training procedure,
      List<FinishedTraining> finished,
      TrainedCells trained,
      SiblingNoise noise)
      throws IOException {
    Column column = procedure.column();
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry("compared with", column.toString()));
    TrainingOrder.of(procedure)
        .get(0)
        .task()
        .recipe()
        .values()
        .forEach((name, value) -> entries.add(new Entry(name, value)));
    entries.addAll(TrainingPrecisions.entries(procedure, ledger));
    entries.add(new Entry("trainings compared", finished.size() + " of " + procedure.trainings()));
    entries.add(
        new Entry(
            "cells compared", trained.pairs().size() + " of " + procedure.architectures().size()));
    for (Epochs epochs : Epochs.values()) {
      SiblingNoise ofLength =
          SiblingNoise.of(figures, new Column(column.dataset(), column.split(), epochs));
      entries.add(
          new Entry(
              "noise of the table's mean, " + epochs.label() + " epochs",
              String.format(
                  Locale.ROOT,
                  "%.3f points: the median standard deviation within %d classes of four or more"
                      + " isomorphic cells",
                  ofLength.medianDeviation(),
                  ofLength.classes())));
    }
    long within =
        trained.pairs().stream()
            .filter(pair -> Math.abs(pair.difference()) <= noise.limit())
            .count();
    entries.add(
        new Entry(
            "cells within the noise",
            String.format(
                Locale.ROOT,
                "%d of %d within %.2f points",
                within,
                trained.pairs().size(),
                noise.limit())));
    OptionalDouble between = trained.deviationBetweenSeeds();
    if (between.isPresent()) {
      double deviation = between.getAsDouble();
      entries.add(
          new Entry(
              "noise of a training here",
              String.format(
                  Locale.ROOT,
                  "%.3f points: the standard deviation between seeds, pooled over cells",
                  deviation)));
      entries.add(new SeedNoise(deviation, noise.medianDeviation()).entry(trained));
    }
    for (TrainedCells.Pair pair : trained.pairs()) {
      entries.add(
          new Entry(
              "cell " + pair.cell().code(),
              String.format(
                  Locale.ROOT,
                  "index %d: %.2f %% here%s, %.2f %% in the table, difference %s",
                  figures.table().index(pair.cell()),
                  pair.mean(),
                  pair.own().size() > 1 ? " (mean of " + pair.own().size() + " seeds)" : "",
                  pair.table(),
                  Decimals.fixed(pair.difference(), 2))));
    }
    return entries;
  }
}
