package org.dartboard.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dartboard.claim.Claim;
import org.dartboard.claim.ClaimCatalogue;
import org.dartboard.claim.Procedure;
import org.dartboard.claim.Profile;
import org.dartboard.claim.SearchArm;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.Mark;
import org.dartboard.report.data.SeriesPoint;
import org.dartboard.report.data.ValueRange;
import org.dartboard.run.Configuration;
import org.dartboard.run.EpochTable;
import org.dartboard.run.Trial;
import org.dartboard.space.Cell;
import org.dartboard.table.SyntheticTable;
import org.dartboard.table.TablePart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceChartsTest {
  private static final EpochTable EMPTY = new EpochTable(List.of("epoch"), List.of(), Map.of());

  private static final String SHARE =
      ToyClaims.PAPER
          + """
      claims:
        - id: share
          title: "Better than chance"
          statement: "More than half of the cells are above a threshold."
          kind: search
          targets:
            - {label: "accuracy", quantity: accuracy, dataset: cifar10, split: test, epochs: 200}
          procedure:
            type: supernet-search
            arms:
              - {label: "DARTS", method: darts-v1}
            measures:
              - {label: "accuracy", of: ["DARTS"]}
          profiles: {smoke: {runs: 1}, desk: {runs: 3}, paper: {runs: 3}}
          rule:
            type: direction
            test: binomial
            alternative: greater
            minimumEffect: 0.1
            level: 0.05
            minimumRuns: 3
            failedRuns: worst
            share: {threshold: 93.74, chance: 0.5}
            why: "because"
      """;

  @Test
  void theThresholdOfTheRuleIsDrawnAndSaid(@TempDir Path folder) throws Exception {
    Chart chart = charts(folder, run(0, "111111"), run(1, "333333")).get(0);
    assertEquals(
        List.of(SeriesPoint.threshold("above 93.74 counts", 93.74)),
        chart.points().stream().filter(point -> point.mark() == Mark.THRESHOLD).toList());
    assertTrue(
        chart.alternative().endsWith("A run counts if it is above 93.74, where a line is drawn."),
        chart::alternative);
  }

  /** Two accuracies that differ by much have an interval that no accuracy can lie in. */
  @Test
  void accuraciesEndAtAHundredPercent(@TempDir Path folder) throws Exception {
    Chart chart = charts(folder, run(0, "111111"), run(1, "333333")).get(0);
    assertEquals(ValueRange.PERCENT, chart.limits());
    SeriesPoint mean =
        chart.points().stream().filter(point -> point.mark() == Mark.MEASURED).toList().get(0);
    assertEquals(0.0, mean.low());
    assertEquals(100.0, mean.high());
    assertTrue(chart.alternative().contains("drawn from 0 to 100, as no value can lie beyond."));
  }

  @Test
  void withoutARunNothingIsDrawn(@TempDir Path folder) throws Exception {
    assertEquals(List.of(), charts(folder));
  }

  private static List<Chart> charts(Path folder, ArmRuns.Run... runs) throws Exception {
    Path table = Files.createDirectories(folder.resolve("table"));
    SyntheticTable.write(table);
    Path reproductions = folder.resolve("reproductions");
    Files.createDirectories(reproductions.resolve("toy"));
    Files.writeString(reproductions.resolve("toy/claim.yaml"), SHARE);
    Claim claim =
        ClaimCatalogue.load(reproductions, Set.of(), new SupernetSettings()).claims().get(0);
    CellFigures figures =
        new CellFigures(
            SyntheticTable.load(table, Set.of(TablePart.ARCHITECTURES, TablePart.ACCURACIES)));
    ArmRuns arm =
        new ArmRuns(
            new SearchArm("DARTS", "darts-v1", Map.of(), Map.of()),
            Configuration.of("search darts-v1", Map.of()),
            3,
            List.of(runs),
            false);
    return new EvidenceCharts(
            new SearchValues(figures),
            new ArmCurves(figures),
            List.of(new SearchEvidence(Profile.DESK, Map.of("DARTS", arm))))
        .of(claim, (Procedure.SupernetSearch) claim.procedure());
  }

  private static ArmRuns.Run run(long seed, String cell) {
    return new ArmRuns.Run(new Trial(seed, Cell.ofCode(cell), 1, 1, 1, "p"), EMPTY, EMPTY, null);
  }
}
