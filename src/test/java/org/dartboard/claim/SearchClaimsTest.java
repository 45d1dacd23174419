package org.dartboard.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims that rest on differentiable searches: their files and what unfinished runs mean. */
class SearchClaimsTest {
  private static final SearchSettingsCheck SEARCHES =
      new SearchSettingsCheck() {
        @Override
        public Set<String> methods() {
          return Set.of("darts-v1", "sa-darts");
        }

        @Override
        public boolean freezes(String method) {
          return method.equals("sa-darts");
        }

        @Override
        public Set<String> columns(String method) {
          return freezes(method)
              ? Set.of("alpha_spread", "skips", "held_out_gap")
              : Set.of("alpha_spread", "skips");
        }

        @Override
        public List<String> defects(String method, Map<String, Double> settings) {
          List<String> defects = new ArrayList<>();
          new TreeMap<>(settings)
              .forEach(
                  (name, value) -> {
                    if (!name.equals("cells")) {
                      defects.add("'" + name + "' is unknown to " + method);
                    }
                  });
          return defects;
        }
      };

  private static final String VALID =
      ClaimFiles.PAPER
          + """
      claims:
        - id: first
          title: "A claim"
          statement: "SA-DARTS ends with fewer skip connections."
          kind: search
          targets:
            - label: "skips"
              quantity: count
              reference: "DARTS under the same settings"
            - label: "spread"
              quantity: diagnostic
              reference: "DARTS under the same settings"
          procedure:
            type: supernet-search
            arms:
              - {label: "DARTS", method: darts-v1, desk: {cells: 3}}
              - {label: "SA", method: sa-darts, settings: {cells: 1}, desk: {cells: 3}}
            measures:
              - {label: "skips", of: ["SA"], against: ["DARTS"]}
              - {label: "spread", of: ["SA"], against: ["DARTS"], log: alpha_spread, statistic: end}
          profiles:
            smoke: {runs: 1}
            desk: {runs: 5}
            paper: {runs: 5}
          rule:
            type: direction
            test: permutation
            alternative: less
            minimumEffect: 1
            level: 0.05
            minimumRuns: 5
            failedRuns: worst
            why: "because"
      """;

  private final Path folder;

  SearchClaimsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void validFileBecomesRecords() {
    Claim claim = read(VALID).claims().get(0);
    Procedure.SupernetSearch search = (Procedure.SupernetSearch) claim.procedure();
    assertEquals(
        new SearchArm("SA", "sa-darts", Map.of("cells", 1.0), Map.of("cells", 3.0)),
        search.arm("SA"));
    assertEquals(Map.of(), search.arm("DARTS").settings());
    assertEquals(
        new SearchMeasure(
            "spread",
            List.of("SA"),
            List.of("DARTS"),
            "alpha_spread",
            LogStatistic.END,
            null,
            null,
            null,
            null),
        search.measure("spread"));
    assertEquals(Quantity.DIAGNOSTIC, claim.targets().get(1).quantity());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "method: sa-darts|method: sa-dart|procedure.arms[1].method: found 'sa-dart'",
        "darts-v1, desk: {cells: 3}|darts-v1, desk: {cell: 3}|arms[0].desk: found 'cell' is unknown to darts-v1",
        "of: [\"SA\"], against|of: [\"SB\"], against|measures[0].of[0]: found 'SB'; allowed: an arm",
        ", log: alpha_spread||procedure.measures[1].log: found nothing; allowed: log and statistic",
        "log: alpha_spread|log: alpha_spred|procedure.measures[1].log: found 'alpha_spred'; allowed: a column that searches by sa-darts give a claim; the nearest are: alpha_spread, ",
        "log: alpha_spread|log: held_out_gap|measures[1].log: found 'held_out_gap'; allowed: a column that searches by darts-v1 give",
        "statistic: end|statistic: last|procedure.measures[1].statistic: found 'last'",
        "quantity: diagnostic|quantity: count|targets[1].quantity: found 'count'; allowed: diagnostic",
        "quantity: count|quantity: gap|targets[0].dataset: found nothing; allowed: the column",
        "quantity: count|quantity: kendall|targets[0].quantity: found 'kendall'",
        "kind: search|kind: table|kind: found 'table'; allowed: search",
        "label: \"skips\"|label: \"skip\"|targets[0].label: found 'skip'; allowed: an entry",
        "log: alpha_spread, statistic: end|paired: true, deviation: true, log: alpha_spread, statistic: end|measures[1].deviation: found true; allowed: no deviation beside 'paired'",
        "of: [\"SA\"], against: [\"DARTS\"]}|of: [\"SA\", \"DARTS\"], against: [\"DARTS\"], paired: true}|measures[0].paired: found 2 arms against 1; allowed: one arm against one",
        "of: [\"SA\"], against|of: [\"SA\", \"SA\"], against|measures[0].of: found a list; allowed: each entry once",
        "method: darts-v1, desk|method: darts-v1, precision: fp16, desk|arms[0].precision: found 'fp16'",
        "of: [\"SA\"], against: [\"DARTS\"]}|of: [\"SA\", \"DARTS\"], against: [\"DARTS\"], centred: true}|measures[0].centred: found 2 arms against 1; allowed: as many arms in both lists",
        "log: alpha_spread, statistic: end|paired: true, centred: true, log: alpha_spread, statistic: end|measures[1].centred: found true; allowed: no centred beside 'paired'",
        "{label: \"SA\"|{label: \"DARTS\"|arms[1].label: found 'DARTS'; allowed: each arm once",
        "{label: \"spread\"|{label: \"skips\"|measures[1].label: found 'skips'; allowed: each measure once",
      })
  void whatDoesNotFitIsSaid(String passage, String replacement, String message) {
    int place = VALID.indexOf(passage);
    assertTrue(place >= 0, passage);
    String text =
        VALID.substring(0, place)
            + (replacement == null ? "" : replacement)
            + VALID.substring(place + passage.length());
    String found = assertThrows(ClaimFormatException.class, () -> read(text)).getMessage();
    assertTrue(found.contains(message), found);
  }

  @Test
  void aMeasureWithoutReferenceNeedsATargetWithout() {
    String text = VALID.replaceFirst(", against: \\[\"DARTS\"\\]\\}", "}");
    String found = assertThrows(ClaimFormatException.class, () -> read(text)).getMessage();
    assertTrue(found.contains("targets[0].reference"), found);
  }

  @Test
  void unfinishedRunsLeaveAClaimUndecidedWhateverTheySay() {
    ClaimFile file = read(VALID);
    List<Measured> measured =
        file.claims().get(0).targets().stream()
            .map(
                target ->
                    new Measured(
                        target,
                        List.of(0.0, 0.0, 0.0, 0.0, 0.0),
                        0,
                        List.of(6.0, 6.0, 6.0, 6.0, 6.0)))
            .toList();
    Verdict finished =
        Verdicts.decide(file, Profile.DESK, Map.of("first", new Evidence.Measurements(measured)))
            .get(0);
    assertEquals(Outcome.MECHANISM_SEEN, finished.outcome());
    Verdict unfinished =
        Verdicts.decide(
                file,
                Profile.DESK,
                Map.of("first", new Evidence.Unfinished(measured, 9, 10, "by hand")))
            .get(0);
    assertEquals(Outcome.INCONCLUSIVE, unfinished.outcome());
    assertTrue(
        unfinished.reason().startsWith("9 of 10 runs, rest queued (by hand)."),
        unfinished.reason());
    assertEquals(finished.findings(), unfinished.findings());
  }

  @Test
  void runsAreUnfinishedOnlyWhileSomeAreMissing() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Evidence.Unfinished(List.of(), 10, 10, "by hand"));
  }

  private ClaimFile read(String text) {
    return new ClaimReader(ClaimFiles.METHODS, SEARCHES)
        .read(ClaimFiles.write(folder, "some-paper", text));
  }
}
