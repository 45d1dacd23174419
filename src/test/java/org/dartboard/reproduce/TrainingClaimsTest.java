package org.dartboard.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dartboard.claim.Claim;
import org.dartboard.claim.ClaimCatalogue;
import org.dartboard.claim.Column;
import org.dartboard.claim.Evidence;
import org.dartboard.claim.Procedure;
import org.dartboard.claim.Profile;
import org.dartboard.engine.Precision;
import org.dartboard.io.Digests;
import org.dartboard.report.data.Entry;
import org.dartboard.run.FinishedTraining;
import org.dartboard.run.Ledger;
import org.dartboard.run.Machine;
import org.dartboard.run.Provenance;
import org.dartboard.search.SearchMethod;
import org.dartboard.search.method.SearchMethods;
import org.dartboard.space.Cell;
import org.dartboard.table.Dataset;
import org.dartboard.table.Epochs;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.Split;
import org.dartboard.table.TablePart;
import org.dartboard.testing.RealData;
import org.dartboard.training.TrainingResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingClaimsTest {
  private static final Column COLUMN =
      new Column(Dataset.CIFAR10_VALID, Split.VALID, Epochs.TWELVE);

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  /** The rule that the claim's file states, worked out again from the table. */
  @Test
  void theCellsAreThoseThatTheRuleOfTheFileChooses() {
    CellFigures figures = figures();
    double[] accuracies = figures.all(COLUMN);
    List<Integer> order =
        IntStream.range(0, Nb201Table.SIZE)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(index -> accuracies[index])
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    List<String> chosen =
        IntStream.range(0, 24)
            .mapToObj(
                stratum ->
                    order
                        .subList(
                            Nb201Table.SIZE * stratum / 24, Nb201Table.SIZE * (stratum + 1) / 24)
                        .stream()
                        .min(Comparator.comparing(TrainingClaimsTest::digest))
                        .orElseThrow())
            .map(index -> figures.table().cell(index).code())
            .toList();
    for (Claim claim : claims()) {
      Procedure.Training procedure = (Procedure.Training) claim.procedure();
      assertEquals(
          chosen, procedure.architectures().stream().map(Procedure.TrainedCell::code).toList());
      assertEquals(30, procedure.trainings());
    }
  }

  private static String digest(int index) {
    return Digests.sha256(Integer.toString(index).getBytes(StandardCharsets.UTF_8));
  }

  /** The figures that the claim file quotes, worked out apart from this code. */
  @Test
  void theNoiseOfTheTableIsThatOfItsIsomorphicCells() {
    CellFigures figures = figures();
    SiblingNoise twelve = SiblingNoise.of(figures, COLUMN);
    assertEquals(551, twelve.classes());
    assertEquals(0.3545, twelve.medianDeviation(), 5e-5);
    SiblingNoise long200 =
        SiblingNoise.of(
            figures, new Column(Dataset.CIFAR10_VALID, Split.VALID, Epochs.TWO_HUNDRED));
    assertEquals(0.1604, long200.medianDeviation(), 5e-5);
  }

  @Test
  void withoutTrainingsAClaimSaysHowManyAreMissing() throws IOException {
    Reading reading = read(claims().get(0), Profile.DESK);
    assertTrue(reading.evidence() instanceof Evidence.NotRun);
    String reason = ((Evidence.NotRun) reading.evidence()).reason();
    assertTrue(reason.contains("0 of 30 trainings"), reason);
    assertTrue(reason.contains("train --claim training"), reason);
  }

  @Test
  void someOfTheTrainingsDecideNothingYet() throws IOException {
    record(5);
    Reading reading = read(claims().get(0), Profile.PAPER);
    assertTrue(
        reading.evidence() instanceof Evidence.Unfinished unfinished
            && unfinished.finished() == 5
            && unfinished.planned() == 30,
        () -> reading.evidence().toString());
  }

  @Test
  void twoCellsHaveNoCorrelation() throws IOException {
    record(2);
    Claim agreement = claims().get(0);
    read(agreement, Profile.PAPER).measurements().orElseThrow().measured().stream()
        .flatMap(measured -> measured.values().stream())
        .forEach(value -> assertEquals(Double.NaN, value));
    record(3);
    read(agreement, Profile.PAPER).measurements().orElseThrow().measured().stream()
        .flatMap(measured -> measured.values().stream())
        .forEach(value -> assertEquals(1, value, 1e-9));
  }

  @Test
  void allOfTheTrainingsAreMeasuredAgainstTheTable() throws IOException {
    record(30);
    for (Claim claim : claims()) {
      Reading reading = read(claim, Profile.DESK);
      assertEquals(Profile.PAPER, reading.profile());
      Evidence.Measurements evidence = (Evidence.Measurements) reading.evidence();
      evidence
          .measured()
          .forEach(
              measured -> {
                switch (measured.target().quantity()) {
                  // Each training below is half a point above the table.
                  case GAP, DISTANCE -> {
                    assertEquals(24, measured.values().size());
                    measured.values().forEach(value -> assertEquals(0.5, value, 1e-9));
                  }
                  default -> assertEquals(1, measured.values().get(0), 1e-9);
                }
              });
      Measurements measurements = reading.measurements().orElseThrow();
      assertEquals(30, measurements.trials().size());
      assertEquals(2, measurements.charts().size());
      // All seeds of a cell came out alike, so only the table's own noise is left: 1.96 * 0.3545.
      Entry within =
          new Entry(
              "cells within the noise by our own seeds",
              "24 of 24; the limit by trainings of the cell: 0.69 points for 1, 0.69 points for 3");
      assertTrue(
          measurements.configuration().contains(within), measurements.configuration()::toString);
    }
  }

  /** The file names bf16 first, so a training in bf16 counts where there is one in fp32 too. */
  @Test
  void ofSeveralPrecisionsTheFilesFirstCounts() throws IOException {
    record(30);
    record(5, Precision.BF16, 2);
    Claim difference = claims().get(1);
    Measurements measurements = read(difference, Profile.PAPER).measurements().orElseThrow();
    List<Double> differences = measurements.measured().get(0).values();
    assertEquals(5, differences.stream().filter(value -> Math.abs(value - 2) < 1e-9).count());
    assertEquals(19, differences.stream().filter(value -> Math.abs(value - 0.5) < 1e-9).count());
    List<Entry> entries = measurements.configuration();
    assertTrue(
        entries.contains(new Entry("precision of the trainings here", "5 in bf16, 25 in fp32")),
        entries::toString);
    assertEquals(
        5, entries.stream().filter(entry -> entry.key().endsWith("in each precision")).count());
  }

  @Test
  void theFirstTrainingsAreSpreadOverTheRange() {
    Procedure.Training procedure = (Procedure.Training) claims().get(0).procedure();
    List<String> listed =
        procedure.architectures().stream().map(Procedure.TrainedCell::code).toList();
    List<TrainingOrder> orders = TrainingOrder.of(procedure);
    assertEquals(30, orders.stream().distinct().count());
    assertTrue(orders.subList(0, 24).stream().allMatch(order -> order.task().seed() == 0));
    List<Integer> quarters =
        orders.subList(0, 5).stream()
            .map(order -> listed.indexOf(order.task().cell().code()) / 6)
            .sorted()
            .toList();
    assertEquals(List.of(0, 0, 1, 2, 3), quarters);
  }

  /** Puts the first trainings of the claims into a ledger, each half a point above the table. */
  private void record(int count) throws IOException {
    record(count, Precision.FP32, 0.5);
  }

  private void record(int count, Precision precision, double above) throws IOException {
    CellFigures figures = figures();
    Provenance provenance =
        Machine.training(
            new TrainingResult("onednn", precision.label(), 1, "oneDNN", "AVX2", 12, 0, 0, 0, 0));
    Ledger ledger = Ledger.open(folder);
    for (TrainingOrder order : TrainingOrder.of(claims(), ledger).subList(0, count)) {
      Cell cell = order.task().cell();
      ledger.add(
          order.configuration(precision),
          provenance,
          new FinishedTraining(
              cell,
              order.task().seed(),
              0,
              0,
              figures.of(cell, COLUMN) + above,
              1,
              provenance.id()));
    }
  }

  private Reading read(Claim claim, Profile profile) throws IOException {
    return new TrainingClaims(figures(), Ledger.open(folder), profile)
        .read(claim, (Procedure.Training) claim.procedure());
  }

  private static List<Claim> claims() {
    Set<String> methods =
        SearchMethods.all().stream().map(SearchMethod::name).collect(Collectors.toSet());
    return ClaimCatalogue.load(Path.of("reproductions"), methods, new SupernetSettings())
        .papers()
        .stream()
        .filter(file -> file.paper().id().equals("training"))
        .flatMap(file -> file.claims().stream())
        .toList();
  }

  private static CellFigures figures() {
    return new CellFigures(
        Nb201Table.load(
            RealData.assumeTable(), Set.of(TablePart.ARCHITECTURES, TablePart.ACCURACIES)));
  }
}
