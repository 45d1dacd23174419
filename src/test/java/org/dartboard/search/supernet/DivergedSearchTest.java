package org.dartboard.search.supernet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dartboard.engine.DivergenceException;
import org.dartboard.engine.SupernetFactory;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.Want;
import org.dartboard.engine.onednn.OneDnnSupernet;
import org.dartboard.run.FinishedSearch;
import org.dartboard.run.Ledger;
import org.dartboard.search.supernet.method.SupernetMethods;
import org.dartboard.space.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searches in which something is no longer finite: in a step, or first in what is measured. */
class DivergedSearchTest {
  /** All images in one step, with weights that grow a thousandfold in each. */
  private static final Map<String, Integer> ONE_STEP_AN_EPOCH =
      Map.of(
          "learningRate",
          100,
          "weightDecay",
          10,
          "epochs",
          40,
          "warmUpEpochs",
          20,
          "batchSize",
          14,
          "alignmentInterval",
          1);

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void whatAMeasurementMeetsFirstIsBlankAndTheNextStepFails() throws IOException {
    SearchPlan plan = plan("darts-v1", ONE_STEP_AN_EPOCH);
    SearchResult result = run(plan, folder, OneDnnSupernet::new);

    assertNull(result.cell());
    assertTrue(
        String.valueOf(result.failure())
            .startsWith("diverged in epoch " + (result.epochs() + 1) + ": "),
        result::toString);
    List<CSVRecord> log = log(folder);
    assertEquals(result.epochs(), log.size());
    assertFalse(log.get(0).get("alignment_training").isEmpty());
    assertEquals("", log.get(log.size() - 1).get("alignment_training"));
    assertFalse(log.get(log.size() - 1).get("training_loss").isEmpty());
    FinishedSearch read = FinishedSearch.read(folder);
    assertNull(read.trial().cell());
    assertEquals(result.epochs(), read.epochs().lines().size());
  }

  @Test
  void soItIsForASearchThatWasStopped() throws IOException {
    SearchPlan plan = plan("darts-v1", ONE_STEP_AN_EPOCH);
    SearchResult whole = run(plan, folder.resolve("whole"), OneDnnSupernet::new);
    Path pieces = folder.resolve("pieces");
    for (int last : new int[] {whole.epochs() - 1, whole.epochs()}) {
      SearchListener stop =
          new SearchListener() {
            @Override
            public void epoch(int number, int epochs, double loss, Optional<Cell> cell) {
              if (number == last) {
                throw new IllegalStateException("stopped");
              }
            }
          };
      assertThrows(IllegalStateException.class, () -> run(plan, pieces, OneDnnSupernet::new, stop));
    }

    assertEquals(whole, run(plan, pieces, OneDnnSupernet::new));
    assertEquals(
        Files.readString(folder.resolve("whole").resolve("log.csv")),
        Files.readString(pieces.resolve("log.csv")));
    assertEquals(
        FinishedSearch.read(folder.resolve("whole")).epochs(),
        FinishedSearch.read(pieces).epochs());
  }

  /** With batches of one image the weights grow in 14 steps beyond what a float holds. */
  @Test
  void aSearchThatFailsInItsFirstEpochIsAFailedTrial() throws IOException {
    SearchPlan plan =
        plan("darts-v1", Map.of("learningRate", 100, "weightDecay", 10, "batchSize", 1));
    SearchResult result = run(plan, folder.resolve("search"), OneDnnSupernet::new);

    assertEquals(0, result.epochs());
    assertEquals(0, result.steps());
    FinishedSearch read = FinishedSearch.read(folder.resolve("search"));
    Ledger ledger = Ledger.open(folder.resolve("ledger"));
    assertEquals(1, ledger.add(List.of(read)));
    assertEquals(0, ledger.add(List.of(read)));
    assertNull(ledger.trials(read.configuration()).get(1L).cell());
  }

  /** A step wants running statistics, but none of the measurements' accuracies or gradients do. */
  @Test
  void aSearchEndsWithItsCellWhateverItsMeasurementsMeet() throws IOException {
    Map<String, Integer> every =
        Map.of(
            "epochs",
            2,
            "alignmentInterval",
            1,
            "gapInterval",
            1,
            "hessianInterval",
            1,
            "cellScoresInterval",
            1);
    SearchPlan plan = plan("darts-v1", every);
    SupernetFactory engine =
        new SpoiltEngine(
            (want, output) -> {
              if (!want.contains(Want.STATE)) {
                throw new DivergenceException("a measurement");
              }
            });
    SearchResult expected = run(plan, folder.resolve("expected"), OneDnnSupernet::new);
    assertEquals(expected, run(plan, folder.resolve("found"), engine));

    assertNotNull(expected.code());
    for (CSVRecord line : log(folder.resolve("found"))) {
      for (String column :
          List.of(
              "alignment_training",
              "alignment_validation",
              "signed_alignment_training",
              "hessian_eigenvalue",
              "hessian_asymmetry",
              "mixture_accuracy",
              "discretisation_gap")) {
        assertEquals("", line.get(column), column);
      }
      assertFalse(line.get("mean_margin").isEmpty());
    }
    assertTrue(Files.exists(folder.resolve("expected").resolve("scores.csv")));
    assertFalse(Files.exists(folder.resolve("found").resolve("scores.csv")));
    assertEquals(expected.cell(), FinishedSearch.read(folder.resolve("found")).trial().cell());
  }

  /** A gradient that is not finite makes alpha so in the last step of an epoch, the third. */
  @ParameterizedTest
  @CsvSource({"darts-v1, 2", "darts-v1, 4", "gdas, 2", "gdas, 4"})
  void aSearchWhoseAlphaIsNotFiniteHasNoCell(String method, int epoch) throws IOException {
    SearchPlan plan = plan(method, Map.of());
    SupernetFactory engine =
        spoilt(
            Set.of(Want.OPERATION_GRADIENT, Want.STATE),
            3 * epoch,
            output -> Arrays.fill(output.operationGradient(), Double.NaN));
    SearchResult result = run(plan, folder, engine);

    assertNull(result.cell());
    String failure = String.valueOf(result.failure());
    String when = epoch == 4 ? "after epoch 4" : "in epoch 3";
    assertTrue(failure.startsWith("diverged " + when + ": alpha is not finite"), failure);
    CSVRecord last = log(folder).get(epoch - 1);
    assertEquals(epoch, log(folder).size());
    for (String column : List.of("cell", "skips", "alpha_0-1_none", "mean_margin")) {
      assertEquals("", last.get(column), column);
      assertFalse(log(folder).get(epoch - 2).get(column).isEmpty(), column);
    }
    assertNull(FinishedSearch.read(folder).trial().cell());
  }

  /** In P-DARTS the weights move last, and each stage begins with fresh ones. */
  @Test
  void aSearchWhoseWeightsAreLostInItsLastStepEndsWithItsCell() throws IOException {
    SearchPlan plan = plan("p-darts", Map.of("alignmentInterval", 1));
    SupernetFactory engine =
        spoilt(
            Set.of(Want.WEIGHT_GRADIENT, Want.STATE),
            3 * plan.epochs(),
            output -> output.weightGradient().put(0, Float.NaN));
    SearchResult expected = run(plan, folder.resolve("expected"), OneDnnSupernet::new);
    assertEquals(expected, run(plan, folder.resolve("found"), engine));
    CSVRecord last = log(folder.resolve("found")).get(plan.epochs() - 1);
    assertEquals("", last.get("alignment_training"));
    assertEquals(expected.code(), last.get("cell"));
  }

  /** The loss is finite, but not its gradient, along which the unrolled step takes differences. */
  @ParameterizedTest
  @CsvSource({"darts-v2", "r-darts"})
  void aGradientOfSecondOrderThatIsNotFiniteFailsTheSearch(String method) throws IOException {
    SupernetFactory engine =
        spoilt(
            Set.of(Want.WEIGHT_GRADIENT, Want.OPERATION_GRADIENT),
            4,
            output -> output.weightGradient().put(0, Float.POSITIVE_INFINITY));
    SearchResult result = run(plan(method, Map.of()), folder, engine);
    assertTrue(
        String.valueOf(result.failure()).startsWith("diverged in epoch 2: "), result::toString);
    assertEquals(1, FinishedSearch.read(folder).epochs().lines().size());
  }

  /** What the settings allow is no divergence: weights that rest, at first or in every epoch. */
  @ParameterizedTest
  @CsvSource({"0, 0", "0.025, 1"})
  void aRateOfZeroIsAStepThatLeavesTheWeights(double rate, int cosineEpochs) throws IOException {
    Map<String, ?> given =
        Map.of("learningRate", rate, "minimumLearningRate", 0, "cosineEpochs", cosineEpochs);
    SearchResult result = run(plan("darts-v2", given), folder, OneDnnSupernet::new);
    assertNotNull(result.code());
    assertEquals("0.0", log(folder).get(cosineEpochs).get("learning_rate"));
  }

  /** Spoils what the evaluation with this number gives, from 1, of those that want just this. */
  private static SupernetFactory spoilt(
      Set<Want> wanted, int number, Consumer<SupernetOutput> spoiling) {
    AtomicInteger seen = new AtomicInteger();
    return new SpoiltEngine(
        (want, output) -> {
          if (want.equals(wanted) && seen.incrementAndGet() == number) {
            spoiling.accept(output);
          }
        });
  }

  private static SearchPlan plan(String method, Map<String, ?> given) {
    Map<String, Object> values = new HashMap<>(Map.of("epochs", 4));
    values.putAll(given);
    return TinySearches.plan(SupernetMethods.named(method), 1, values);
  }

  private static SearchResult run(SearchPlan plan, Path folder, SupernetFactory engine)
      throws IOException {
    return run(plan, folder, engine, SearchListener.NONE);
  }

  private static SearchResult run(
      SearchPlan plan, Path folder, SupernetFactory engine, SearchListener listener)
      throws IOException {
    return SupernetSearch.run(
        plan, TinySearches.data(), engine, SearchFolder.open(folder, plan), listener);
  }

  private static List<CSVRecord> log(Path folder) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(Files.readString(folder.resolve("log.csv")), format)) {
      return List.copyOf(parser.getRecords());
    }
  }
}
