package org.dartboard.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.dartboard.claim.ClaimCatalogue;
import org.dartboard.claim.ClaimFormatException;
import org.dartboard.claim.Outcome;
import org.dartboard.claim.Profile;
import org.dartboard.claim.SearchArm;
import org.dartboard.claim.Verdict;
import org.dartboard.data.Cifar10;
import org.dartboard.data.CifarSplit;
import org.dartboard.data.DataException;
import org.dartboard.engine.Precision;
import org.dartboard.engine.onednn.OneDnnSupernet;
import org.dartboard.io.DataFolders;
import org.dartboard.io.MissingDataException;
import org.dartboard.report.csv.ClaimReports;
import org.dartboard.report.data.ClaimReport;
import org.dartboard.run.Configuration;
import org.dartboard.run.EpochTable;
import org.dartboard.run.FinishedTraining;
import org.dartboard.run.Ledger;
import org.dartboard.run.Machine;
import org.dartboard.run.Provenance;
import org.dartboard.run.Trial;
import org.dartboard.search.supernet.SearchData;
import org.dartboard.search.supernet.SupernetProfile;
import org.dartboard.space.Cell;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.TablePart;
import org.dartboard.testing.RealData;
import org.dartboard.training.Recipe;
import org.dartboard.training.TrainingResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Found cells that are trained anew for what the frozen mixture cost. */
class RetrainingTest {
  private static final String SKIPS = "111111";
  private static final String CONVOLUTIONS = "333333";
  private static final String FILE =
      ToyClaims.PAPER
          + """
      claims:
        - id: frozen
          title: "The frozen network is better"
          statement: "The frozen network is better than the found cell that is trained anew."
          kind: search
          targets:
            - {label: "accuracy", quantity: diagnostic, reference: "the cells, trained anew"}
          procedure:
            type: supernet-search
            arms:
              - {label: "single stage", method: METHOD, desk: {epochs: 25}}
            measures:
              - label: "accuracy"
                of: ["single stage"]
                log: held_out_accuracy
                statistic: end
                retrained: true
          profiles: {smoke: {runs: 1}, desk: {runs: 3}, paper: {runs: 3}}
          rule:
            type: direction
            test: permutation
            alternative: greater
            minimumEffect: 1
            level: 0.06
            minimumRuns: 3
            failedRuns: worst
            why: "because"
      """;

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path out;

  /**
   * At width 8, one cell a stage and side 16 the blocks between the stages take 458,752
   * multiply-adds an image, the stem 55,296, and a convolution of one weight a pair of channels on
   * one edge 49,152 over the three stages. Of 25 epochs 12 come after the freeze.
   */
  @Test
  void aCellIsTrainedForTheArithmeticOfTheFrozenEpochs() {
    double supernet = 2 * 55_296 + 3 * (458_752 + 60 * 49_152);
    double skips = 2 * 55_296 + 3 * 458_752;
    double convolutions = 2 * 55_296 + 3 * (458_752 + 54 * 49_152);
    assertEquals(Math.round(12 * supernet / skips), order(SKIPS, 0).task().recipe().epochs());
    assertEquals(
        Math.round(12 * supernet / convolutions), order(CONVOLUTIONS, 0).task().recipe().epochs());
    assertEquals(83, order(SKIPS, 0).task().recipe().epochs());
    assertEquals(13, order(CONVOLUTIONS, 0).task().recipe().epochs());
    assertEquals(
        Recipe.benchmark(13).withNetwork(8, 1, 16), order(CONVOLUTIONS, 0).task().recipe());
    assertEquals(7, order(CONVOLUTIONS, 7).task().seed());
    assertEquals("cifar10", order(SKIPS, 0).images().label());
  }

  @Test
  void aSearchThatNeverFreezesHasNoSuchCost() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Retraining.of(
                SearchArms.plan("darts-v1", Map.of(), Profile.DESK, Precision.FP32, 0),
                Cell.ofCode(SKIPS)));
    ClaimFormatException e = assertThrows(ClaimFormatException.class, () -> catalogue("darts-v1"));
    assertTrue(e.getMessage().contains("whose method freezes the architecture"), e.getMessage());
  }

  @Test
  void theClaimWaitsForItsTrainingsAndIsDecidedByThem() throws IOException, InterruptedException {
    ClaimCatalogue toys = catalogue("single-stage");
    PlannedSearch search = ReproductionPlan.of(toys, Profile.DESK).searches().get(0);
    for (int seed = 0; seed < 3; seed++) {
      ToyClaims.finish(
          out.resolve("ledger"),
          out,
          search,
          seed,
          seed == 1 ? SKIPS : CONVOLUTIONS,
          Map.of("held_out_accuracy", 70.0 + seed));
    }
    Verdict waiting = run(toys, Profile.DESK, Optional.empty());
    assertEquals(Outcome.INCONCLUSIVE, waiting.outcome());
    String queued =
        "3 of 6 runs, rest queued ('scripts/dartboard plan run --claim toy/frozen' and then 'scripts/dartboard train"
            + " --claim toy/frozen').";
    assertTrue(waiting.reason().startsWith(queued), waiting.reason());

    List<TrainingOrder> orders = TrainingOrder.of(toys.claims(), ledger());
    assertEquals(List.of(13, 83, 13), epochs(orders));
    for (TrainingOrder order : orders) {
      record(order, 60 + order.task().seed());
    }
    Verdict decided = run(toys, Profile.DESK, Optional.empty());
    // 70, 71, 72 against 60, 61, 62: one arrangement of twenty, p = 0.05.
    assertEquals(Outcome.MECHANISM_SEEN, decided.outcome(), decided.reason());
    assertEquals(10, decided.findings().get(0).difference().orElseThrow(), 1e-9);
    ClaimReport report = ClaimReports.read(out, "toy", "frozen").orElseThrow();
    assertTrue(
        report.charts().get(0).points().stream()
            .anyMatch(point -> point.toString().contains("single stage, trained anew")));
  }

  @Test
  void aSearchThatFoundNoCellWaitsForNoTraining() {
    SearchArm arm = new SearchArm("single stage", "single-stage", Map.of(), Map.of());
    Configuration configuration = SearchArms.configuration(arm, Profile.DESK);
    assertTrue(evidence(arm, configuration, null).complete());
    assertFalse(evidence(arm, configuration, Cell.ofCode(SKIPS)).complete());
  }

  private static SearchEvidence evidence(
      SearchArm arm, Configuration configuration, @Nullable Cell found) {
    ArmRuns.Run run =
        new ArmRuns.Run(
            new Trial(0, found, 1, 0, 0, ""), EpochTable.NOTHING, EpochTable.NOTHING, null);
    return new SearchEvidence(
        Profile.DESK, Map.of(arm.label(), new ArmRuns(arm, configuration, 1, List.of(run), true)));
  }

  @Test
  void theSmokeRunTrainsAnewToo()
      throws IOException, InterruptedException, DataException, MissingDataException {
    DataFolders folders = DataFolders.of(System.getenv(), Path.of(""));
    assumeTrue(
        folders.lookUp(Cifar10.FOLDER).isPresent() && folders.lookUp(CifarSplit.FOLDER).isPresent(),
        "CIFAR-10 and its split are needed; set DARTBOARD_DATA to the folder above them");
    Laboratory laboratory =
        new Laboratory(
            (spec, maximumBatch) -> new OneDnnSupernet(spec, maximumBatch, Precision.FP32),
            SearchData.cifar10(folders, SupernetProfile.SMOKE));
    Verdict verdict = run(catalogue("single-stage"), Profile.SMOKE, Optional.of(laboratory));
    assertEquals(Outcome.INCONCLUSIVE, verdict.outcome(), verdict.reason());
    assertTrue(verdict.findings().get(0).expected().isPresent(), verdict::reason);
  }

  private static TrainingOrder order(String found, long seed) {
    return Retraining.of(
        SearchArms.plan("single-stage", Map.of("epochs", 25.0), Profile.DESK, Precision.FP32, seed),
        Cell.ofCode(found));
  }

  private static List<Integer> epochs(List<TrainingOrder> orders) {
    return orders.stream().map(order -> order.task().recipe().epochs()).toList();
  }

  private ClaimCatalogue catalogue(String method) throws IOException {
    Path folder = out.resolve("reproductions");
    Files.createDirectories(folder.resolve("toy"));
    Files.writeString(folder.resolve("toy/claim.yaml"), FILE.replace("METHOD", method));
    return ClaimCatalogue.load(folder, Set.of(), new SupernetSettings());
  }

  private Ledger ledger() throws IOException {
    return Ledger.open(out.resolve("ledger"));
  }

  private void record(TrainingOrder order, double accuracy) throws IOException {
    int epochs = order.task().recipe().epochs();
    Provenance provenance =
        Machine.training(
            new TrainingResult("onednn", "fp32", 1, "oneDNN", "AVX2", epochs, 0, 0, 0, 0));
    ledger()
        .add(
            order.configuration(Precision.FP32),
            provenance,
            new FinishedTraining(
                order.task().cell(), order.task().seed(), 0, 0, accuracy, 1, provenance.id()));
  }

  private Verdict run(ClaimCatalogue toys, Profile profile, Optional<Laboratory> laboratory)
      throws IOException, InterruptedException {
    return Reproduction.run(
            new Reproduction.Request(
                toys, toys.claims(), profile, OptionalInt.empty(), 1, out, false),
            Optional.of(
                Nb201Table.load(
                    RealData.assumeTable(), EnumSet.of(TablePart.ACCURACIES, TablePart.COSTS))),
            laboratory,
            Observer.NONE)
        .get(0);
  }
}
