package org.dartboard.search.supernet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dartboard.engine.onednn.OneDnnSupernet;
import org.dartboard.search.supernet.method.SupernetMethods;
import org.dartboard.space.Cell;
import org.dartboard.space.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchDiagnosticsTest {
  private static final List<String> OF_MIXTURES =
      List.of(
          "alignment_training",
          "alignment_validation",
          "signed_alignment_training",
          "signed_alignment_validation",
          "hessian_eigenvalue",
          "hessian_asymmetry",
          "mixture_accuracy",
          "discrete_accuracy",
          "discretisation_gap");

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void theCellsAreTwoHundredDifferentOnesAndStayTheSame() {
    List<Cell> cells = SearchDiagnostics.cells();
    assertEquals(200, new HashSet<>(cells).size());
    assertEquals(cells, SearchDiagnostics.cells());
    // Uniform over the space: each operation on a fifth of the 1200 edges, 3 sigma either way.
    long skips = cells.stream().mapToLong(cell -> cell.count(Operation.SKIP_CONNECT)).sum();
    assertEquals(240, skips, 3 * Math.sqrt(1200 * 0.2 * 0.8));
  }

  @Test
  void eachIsTakenWhenItIsDueAndInTheLastEpoch() throws IOException {
    List<CSVRecord> log =
        log(
            "darts-v1",
            Map.of(
                "epochs",
                5,
                "alignmentInterval",
                1,
                "gapInterval",
                2,
                "hessianInterval",
                3,
                "cellScoresInterval",
                0));
    for (int epoch = 1; epoch <= 5; epoch++) {
      CSVRecord line = log.get(epoch - 1);
      assertFalse(line.get("mean_margin").isEmpty());
      assertFalse(line.get("alignment_training").isEmpty());
      assertEquals(epoch % 2 != 0 && epoch != 5, line.get("discretisation_gap").isEmpty());
      assertEquals(epoch != 3 && epoch != 5, line.get("hessian_eigenvalue").isEmpty());
    }
    assertFalse(Files.exists(folder.resolve("scores.csv")));
  }

  @Test
  void theLogsDecisionsAreThoseOfItsOperationWeights() throws IOException {
    CSVRecord line = log("darts-v1", Map.of("epochs", 2)).get(1);
    double margin = 0;
    double least = 1;
    double entropy = 0;
    for (String edge : List.of("0-1", "0-2", "1-2", "0-3", "1-3", "2-3")) {
      double largest = 0;
      double second = 0;
      for (String operation :
          List.of("none", "skip_connect", "nor_conv_1x1", "nor_conv_3x3", "avg_pool_3x3")) {
        double p = Double.parseDouble(line.get("p_" + edge + "_" + operation));
        entropy -= p * Math.log(p) / 6;
        second = Math.max(second, Math.min(largest, p));
        largest = Math.max(largest, p);
      }
      margin += (largest - second) / 6;
      least = Math.min(least, largest - second);
    }
    assertEquals(margin, Double.parseDouble(line.get("mean_margin")), 1e-12);
    assertEquals(least, Double.parseDouble(line.get("minimum_margin")), 1e-12);
    assertEquals(entropy, Double.parseDouble(line.get("mean_entropy")), 1e-12);
    double gap =
        Double.parseDouble(line.get("mixture_accuracy"))
            - Double.parseDouble(line.get("discrete_accuracy"));
    assertEquals(gap, Double.parseDouble(line.get("discretisation_gap")), 1e-12);
  }

  @Test
  void scoresAreSharesOfTheImagesOfTheFirstCells() throws IOException {
    log("rsps", Map.of("epochs", 2, "cellScoresInterval", 1, "scoredCells", 4));
    List<String> lines = Files.readAllLines(folder.resolve("scores.csv"));
    assertEquals(
        "epoch,stage,"
            + String.join(
                ",", SearchDiagnostics.cells().subList(0, 4).stream().map(Cell::code).toList()),
        lines.get(0));
    assertEquals(3, lines.size());
    for (int epoch = 1; epoch <= 2; epoch++) {
      String[] fields = lines.get(epoch).split(",");
      assertEquals(Integer.toString(epoch), fields[0]);
      for (int cell = 2; cell < 6; cell++) {
        // On all 14 validation images, as 16 are asked for.
        double right = Double.parseDouble(fields[cell]) * 14 / 100;
        assertEquals(Math.round(right), right, 1e-9);
      }
    }
  }

  @Test
  void whatSamplingMethodsDoNotHaveIsBlank() throws IOException {
    CSVRecord gdas = log("gdas", Map.of("epochs", 1, "hessianInterval", 1)).get(0);
    assertFalse(gdas.get("mean_margin").isEmpty());
    OF_MIXTURES.forEach(column -> assertTrue(gdas.get(column).isEmpty(), column));
  }

  @Test
  void whatMethodsWithoutAlphaDoNotHaveIsBlank() throws IOException {
    CSVRecord rsps = log("rsps", Map.of("epochs", 1, "hessianInterval", 1)).get(0);
    assertTrue(rsps.get("mean_margin").isEmpty());
    OF_MIXTURES.forEach(column -> assertTrue(rsps.get(column).isEmpty(), column));
  }

  private List<CSVRecord> log(String method, Map<String, ?> given) throws IOException {
    SearchPlan plan = TinySearches.plan(SupernetMethods.named(method), 3, given);
    SupernetSearch.run(
        plan,
        TinySearches.data(),
        OneDnnSupernet::new,
        SearchFolder.open(folder, plan),
        SearchListener.NONE);
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(Files.readString(folder.resolve("log.csv")), format)) {
      return List.copyOf(parser.getRecords());
    }
  }
}
