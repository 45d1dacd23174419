package org.dartboard.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dartboard.claim.Block;
import org.dartboard.claim.Claim;
import org.dartboard.claim.ClaimCatalogue;
import org.dartboard.claim.Design;
import org.dartboard.claim.Measured;
import org.dartboard.claim.Procedure;
import org.dartboard.claim.SearchArm;
import org.dartboard.run.Configuration;
import org.dartboard.run.EpochTable;
import org.dartboard.run.Trial;
import org.dartboard.space.Cell;
import org.dartboard.table.SyntheticTable;
import org.dartboard.table.TablePart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchValuesTest {
  private static final EpochTable EMPTY = new EpochTable(List.of("epoch"), List.of(), Map.of());

  private static final String PAIRED =
      ToyClaims.PAPER
          + """
      claims:
        - id: paired
          title: "Pairs"
          statement: "One has as many skip connections as the other."
          kind: search
          targets:
            - {label: "skips", quantity: count, reference: "the other"}
          procedure:
            type: supernet-search
            arms:
              - {label: "one", method: darts-v1, precision: bf16}
              - {label: "other", method: darts-v1}
            measures:
              - {label: "skips", of: ["one"], against: ["other"], paired: true}
          profiles: {smoke: {runs: 1}, desk: {runs: 3}, paper: {runs: 3}}
          rule:
            type: equivalence
            test: welch-interval
            margin: 1
            level: 0.05
            minimumRuns: 3
            failedRuns: worst
            why: "because"
      """;

  private static final String CENTRED_ARMS =
      String.join(
          "\n        ",
          "- {label: \"one\", method: darts-v1}",
          "- {label: \"two\", method: pc-darts}",
          "- {label: \"three\", method: fair-darts}",
          "- {label: \"same\", method: darts-v1}",
          "- {label: \"third\", method: darts-v1, desk: {epochs: 3}}");

  /** Two remedies may have one baseline, whose searches are there once. */
  @Test
  void armsOfOneConfigurationCountOnce() {
    Map<String, ArmRuns> arms =
        Map.of(
            "one", arm("one", "0.0003"), "same", arm("same", "0.0003"), "other", arm("other", "0"));
    assertEquals(
        List.of("one", "other"),
        SearchValues.distinct(List.of("one", "same", "other"), arms).stream()
            .map(runs -> runs.arm().label())
            .toList());
    assertEquals(1, SearchValues.distinct(List.of("same", "one", "same"), arms).size());
  }

  /** Seeds 2 and 3 have no partner; a search that found no cell leaves its pair without a value. */
  @Test
  void pairsAreRunsWithTheSameSeed(@TempDir Path folder) throws Exception {
    Map<String, ArmRuns> arms =
        Map.of(
            "one",
                arm(
                    "one",
                    "0",
                    run(0, "111111"),
                    run(1, "111333"),
                    run(2, "111111"),
                    run(4, "111111")),
            "other",
                arm(
                    "other",
                    "1",
                    run(0, "111133"),
                    run(1, "333311"),
                    run(3, "111111"),
                    run(4, null)));
    Measured measured = measure(folder, PAIRED, arms);
    assertEquals(List.of(2.0, 1.0, Double.NaN), measured.values());
    assertEquals(List.of(0.0, 0.0, 0.0), measured.reference());
    assertEquals(new Design.Paired(), measured.design());
  }

  /** Two remedies that share a baseline; each is as far from its own as its own runs say. */
  @Test
  void centredValuesAreDistancesToTheirOwnBaseline(@TempDir Path folder) throws Exception {
    String file =
        PAIRED
            .replace("- {label: \"one\", method: darts-v1, precision: bf16}", CENTRED_ARMS)
            .replace(
                "of: [\"one\"], against: [\"other\"], paired: true",
                "of: [\"one\", \"two\", \"three\"], against: [\"other\", \"same\","
                    + " \"third\"], centred: true");
    Measured measured =
        measure(
            folder,
            file,
            Map.of(
                "one", arm("one", "0", run(0, "111111"), run(1, "111333")),
                "two", arm("two", "1", run(0, "333333")),
                "three", arm("three", "2", run(0, "133333")),
                "other", arm("other", "3", run(0, "111133"), run(1, "333311")),
                "same", arm("same", "3", run(0, "111133"), run(1, "333311")),
                "third", arm("third", "4", run(0, "111111"))));
    assertEquals(List.of(3.0, 0.0, -3.0, -5.0), measured.values());
    assertEquals(List.of(1.0, -1.0, 0.0), measured.reference());
    assertEquals(
        new Design.Blocked(
            List.of(
                new Block(List.of(List.of(3.0, 0.0), List.of(-3.0)), List.of(1.0, -1.0)),
                new Block(List.of(List.of(-5.0)), List.of(0.0)))),
        measured.design());
  }

  /** A baseline that has yet to be run, or broke down, is no failure of the runs beside it. */
  @Test
  void runsWithoutTheirBaselineWaitForIt(@TempDir Path folder) throws Exception {
    String file =
        PAIRED.replace("against: [\"other\"], paired: true", "against: [\"other\"], centred: true");
    Measured waiting =
        measure(
            folder,
            file,
            Map.of("one", arm("one", "0", run(0, "111111")), "other", arm("other", "1")));
    assertEquals(List.of(), waiting.values());
    Measured failed =
        measure(
            folder.resolve("failed"),
            file,
            Map.of(
                "one", arm("one", "0", run(0, "111111")),
                "other", arm("other", "1", run(0, null))));
    assertEquals(List.of(), failed.values());
  }

  @Test
  void runsOfSeveralMethodsAreKeptByMethod(@TempDir Path folder) throws Exception {
    String file =
        PAIRED
            .replace("darts-v1, precision: bf16", "pc-darts")
            .replace(", reference: \"the other\"", "")
            .replace("[\"one\"], against: [\"other\"], paired: true", "[\"one\", \"other\"]")
            .replace("type: equivalence", "type: direction")
            .replace("test: welch-interval", "test: binomial")
            .replace(
                "margin: 1",
                "alternative: greater\n      minimumEffect: 0\n      share: {threshold: 2.5, chance: 0.1}");
    Measured measured =
        measure(
            folder,
            file,
            Map.of(
                "one",
                new ArmRuns(
                    new SearchArm("one", "pc-darts", Map.of(), Map.of()),
                    Configuration.of("search pc-darts", Map.of()),
                    3,
                    List.of(run(0, "111111"), run(1, null)),
                    false),
                "other",
                arm("other", "3", run(0, "133333"))));
    assertEquals(
        new Design.Methods(List.of(List.of(6.0, Double.NaN), List.of(1.0))), measured.design());
    assertEquals(List.of(6.0, Double.NaN, 1.0), measured.values());
  }

  private static final String THREE_ARMS =
      String.join(
          "\n        ",
          "- {label: \"one\", method: darts-v1}",
          "- {label: \"two\", method: darts-v1, settings: {cells: 3}}",
          "- {label: \"three\", method: pc-darts}");

  private static String threeArms(String measure) {
    return PAIRED
        .replace("- {label: \"one\", method: darts-v1, precision: bf16}", THREE_ARMS)
        .replace("of: [\"one\"], against: [\"other\"], paired: true", measure);
  }

  /** Runs of one method with the same seed start alike, so that both say little more than one. */
  @Test
  void armsOfOneMethodAreAveragedSeedBySeed(@TempDir Path folder) throws Exception {
    Measured measured =
        measure(
            folder,
            threeArms("of: [\"one\", \"two\", \"three\"], against: [\"other\"]"),
            Map.of(
                "one", arm("one", "0", run(0, "111111"), run(1, "111333"), run(2, "333333")),
                "two", arm("two", "1", run(0, "111133"), run(2, null), run(3, "111111")),
                "three", pcDarts(run(0, "133333"), run(1, "333333")),
                "other", arm("other", "3", run(0, "111111"))));
    // Seeds 1 and 3 are not there in both; of seed 2 one run found no cell.
    assertEquals(List.of(5.0, Double.NaN, 1.0, 0.0), measured.values());
    assertEquals(List.of(6.0), measured.reference());
    assertEquals(new Design.Independent(), measured.design());
  }

  @Test
  void distancesToTheOwnMeanKeepWhatTheyAreOf(@TempDir Path folder) throws Exception {
    Measured measured =
        measure(
            folder,
            threeArms("of: [\"three\"], against: [\"one\", \"two\", \"other\"], deviation: true"),
            Map.of(
                "one", arm("one", "0", run(0, "111111"), run(1, "111133")),
                "two", arm("two", "1", run(0, "333333"), run(1, "333333")),
                "three", pcDarts(run(0, "133333"), run(1, "113333"), run(2, "111111")),
                "other", arm("other", "3", run(0, "111111"), run(1, null))));
    assertEquals(List.of(2.0, 1.0, 3.0), measured.values());
    assertEquals(List.of(1.0, 1.0, 0.0, 0.0, 0.0, Double.NaN), measured.reference());
    assertEquals(
        new Design.Spread(
            List.of(List.of(1.0, 2.0)),
            List.of(List.of(6.0, 4.0), List.of(0.0, 0.0), List.of(6.0, Double.NaN))),
        measured.design());
  }

  /** All arms are of one method, so that a seed's runs can be held against each other. */
  @Test
  void seedsAreHeldAgainstThemselvesWhereAllArmsAreOfOneMethod(@TempDir Path folder)
      throws Exception {
    String file =
        threeArms("of: [\"one\", \"two\"], against: [\"other\"]")
            .replace("\n        - {label: \"three\", method: pc-darts}", "");
    Measured measured =
        measure(
            folder,
            file,
            Map.of(
                "one", arm("one", "0", run(0, "111111"), run(1, "111333"), run(2, "111111")),
                "two", arm("two", "1", run(0, "111133"), run(1, null), run(2, "111111")),
                "other", arm("other", "3", run(0, "133333"), run(1, "333333"))));
    assertEquals(List.of(5.0, Double.NaN), measured.values());
    assertEquals(List.of(1.0, 0.0), measured.reference());
    assertEquals(
        new Design.Seeds(
            List.of(
                new Block(List.of(List.of(6.0), List.of(4.0)), List.of(1.0)),
                new Block(List.of(List.of(3.0), List.of(Double.NaN)), List.of(0.0)))),
        measured.design());
  }

  private static ArmRuns pcDarts(ArmRuns.Run... runs) {
    return new ArmRuns(
        new SearchArm("three", "pc-darts", Map.of(), Map.of()),
        Configuration.of("search pc-darts", Map.of()),
        3,
        List.of(runs),
        false);
  }

  private static Measured measure(Path folder, String file, Map<String, ArmRuns> arms)
      throws Exception {
    Path table = folder.resolve("table");
    Files.createDirectories(table);
    SyntheticTable.write(table);
    Path reproductions = folder.resolve("reproductions");
    Files.createDirectories(reproductions.resolve("toy"));
    Files.writeString(reproductions.resolve("toy/claim.yaml"), file);
    Claim claim =
        ClaimCatalogue.load(reproductions, Set.of(), new SupernetSettings()).claims().get(0);
    CellFigures figures =
        new CellFigures(SyntheticTable.load(table, Set.of(TablePart.ARCHITECTURES)));
    return new SearchValues(figures)
        .measure(claim, (Procedure.SupernetSearch) claim.procedure(), arms)
        .get(0);
  }

  private static ArmRuns.Run run(long seed, String cell) {
    return new ArmRuns.Run(
        new Trial(seed, cell == null ? null : Cell.ofCode(cell), 1, 1, 1, "p"), EMPTY, EMPTY, null);
  }

  private static ArmRuns arm(String label, String weightDecay, ArmRuns.Run... runs) {
    return new ArmRuns(
        new SearchArm(label, "darts-v1", Map.of(), Map.of()),
        Configuration.of("search darts-v1", Map.of("weightDecay", weightDecay)),
        3,
        List.of(runs),
        false);
  }
}
