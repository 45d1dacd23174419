package org.dartboard.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dartboard.claim.ClaimCatalogue;
import org.dartboard.claim.Profile;
import org.dartboard.claim.SearchArm;
import org.dartboard.engine.Precision;
import org.dartboard.run.Ledger;
import org.dartboard.run.Trial;
import org.dartboard.search.HyperParameterException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproductionPlanTest {
  /** Hours of an epoch of DARTS at the desk. */
  private static final double EPOCH = 25.9 / 3600;

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void armsThatClaimsShareAreOneSearchWithTheMostSeeds() throws IOException {
    ReproductionPlan plan = ReproductionPlan.of(toys(), Profile.DESK);
    assertEquals(
        List.of(
            "darts-v1 [epochs=4] 5 [toy/first, toy/second]",
            "sa-darts [epochs=4] 3 [toy/first]",
            "darts-v1 [cells=3; epochs=4] 5 [toy/second]"),
        plan.searches().stream().map(ReproductionPlanTest::shown).toList());
    // Three cells a stage take three times as long as one.
    assertEquals((5 * 4 + 3 * 4 + 3 * 5 * 4) * EPOCH, plan.hours(), 1e-9);
  }

  @Test
  void deskSettingsHoldAtTheDeskAlone() throws IOException {
    ReproductionPlan paper = ReproductionPlan.of(toys(), Profile.PAPER);
    assertEquals(
        List.of("darts-v1 [] 5 [toy/first, toy/second]", "sa-darts [] 3 [toy/first]"),
        paper.searches().stream().map(ReproductionPlanTest::shown).toList());
    SearchArm arm =
        new SearchArm(
            "x", "darts-v1", Map.of("epochs", 9.0, "cells", 3.0), Map.of("batchSize", 7.0));
    assertEquals(Map.of("cells", 3.0), SearchArms.settings(arm, Profile.SMOKE));
    assertEquals(
        Map.of("epochs", 9.0, "cells", 3.0, "batchSize", 7.0),
        SearchArms.settings(arm, Profile.DESK));
  }

  /** Smoke runs on processors that have no bf16. */
  @Test
  void searchesInAnotherPrecisionAreSearchesOfTheirOwn() {
    SearchArm single = new SearchArm("x", "darts-v1", Map.of(), Map.of());
    SearchArm half = new SearchArm("x", "darts-v1", Map.of(), Map.of(), "bf16");
    assertEquals("bf16", SearchArms.plan(half, Profile.DESK, 0).trial().precision());
    assertNotEquals(
        SearchArms.configuration(single, Profile.DESK).digest(),
        SearchArms.configuration(half, Profile.DESK).digest());
    assertEquals(
        SearchArms.configuration(single, Profile.SMOKE).digest(),
        SearchArms.configuration(half, Profile.SMOKE).digest());
    assertEquals(
        "cells=3; precision=bf16",
        new PlannedSearch(
                "darts-v1",
                new TreeMap<>(Map.of("cells", 3.0)),
                List.of(Precision.BF16),
                Profile.DESK,
                1,
                0,
                List.of())
            .settingsText());
  }

  /** At full size both count, but the runs of a search are all in one. */
  @Test
  void thePrecisionOfMostRunsCounts() throws IOException {
    ReproductionPlan plan = ReproductionPlan.of(toys(), Profile.PAPER);
    PlannedSearch search = plan.searches().get(0);
    assertEquals(List.of(Precision.BF16, Precision.FP32), search.precisions());
    Path place = folder.resolve("ledger");
    ToyClaims.finish(place, folder, in(Precision.FP32, search), 1, "111111");
    ReproductionPlan.Progress single = plan.progress(Ledger.open(place)).get(0);
    assertEquals(Precision.FP32, single.precision());
    assertEquals(1, single.trials().size());
    assertEquals(List.of(Precision.FP32), plan.open(Ledger.open(place)).get(0).precisions());

    ToyClaims.finish(place, folder, in(Precision.BF16, search), 0, "111111");
    // Of one run in each, the preferred.
    assertEquals(Precision.BF16, plan.progress(Ledger.open(place)).get(0).precision());
    ToyClaims.finish(place, folder, in(Precision.BF16, search), 2, "111111");
    ReproductionPlan.Progress half = plan.progress(Ledger.open(place)).get(0);
    assertEquals(Precision.BF16, half.precision());
    assertEquals(List.of(0L, 2L), half.trials().stream().map(Trial::seed).toList());
  }

  /** Else a claim that holds both precisions against each other would find one twice. */
  @Test
  void aClaimThatAsksForAPrecisionHasSearchesOfItsOwn() throws IOException {
    List<PlannedSearch> own =
        ReproductionPlan.of(
                committed().select(List.of("precision/skip-weight", "darts/v1-collapse")),
                Profile.PAPER)
            .searches()
            .stream()
            .filter(search -> search.method().equals("darts-v1"))
            .toList();
    assertEquals(
        Set.of("", "precision=fp32", "precision=bf16"),
        own.stream().map(PlannedSearch::settingsText).collect(Collectors.toSet()));
    assertEquals(3, own.size());
  }

  @Test
  void whatTakesFiniteDifferencesIsSearchedInSinglePrecisionAlone() {
    for (String method : List.of("darts-v2", "r-darts", "lambda-darts")) {
      SearchArm arm = new SearchArm("x", method, Map.of(), Map.of());
      assertEquals(List.of(Precision.FP32), SearchArms.precisions(arm, Profile.PAPER), method);
      HyperParameterException refused =
          assertThrows(
              HyperParameterException.class,
              () -> SearchArms.plan(method, Map.of(), Profile.PAPER, Precision.BF16, 0));
      assertTrue(refused.getMessage().contains("search in fp32"), refused::getMessage);
    }
  }

  private static ClaimCatalogue committed() throws IOException {
    return ClaimCatalogue.load(
        Path.of("reproductions"),
        Set.of("random-search", "regularised-evolution", "reinforce", "bohb"),
        new SupernetSettings());
  }

  private static PlannedSearch in(Precision precision, PlannedSearch search) {
    return new PlannedSearch(
        search.method(),
        search.settings(),
        List.of(precision),
        search.profile(),
        search.seeds(),
        search.hours(),
        search.claims());
  }

  @Test
  void whatIsOpenFollowsFromTheLedger() throws IOException {
    ReproductionPlan plan = ReproductionPlan.of(toys(), Profile.DESK);
    Path place = folder.resolve("ledger");
    assertEquals(13, plan.open(Ledger.open(place)).size());

    ToyClaims.finish(place, folder, plan.searches().get(0), 1, "111111");
    ToyClaims.finish(place, folder, plan.searches().get(0), 4, "111111");
    List<ReproductionPlan.Open> open = plan.open(Ledger.open(place));
    assertEquals(
        List.of(0L, 2L, 3L), open.stream().limit(3).map(ReproductionPlan.Open::seed).toList());
    assertEquals(11, open.size());
    ReproductionPlan.Progress first = plan.progress(Ledger.open(place)).get(0);
    assertEquals(2, first.trials().size());
    assertEquals(3, first.open());
    // Four epochs of 2.5 seconds, as the folders' timing says.
    assertEquals(10 / 3600.0, first.hoursEach(), 1e-12);
  }

  @Test
  void theCommittedPlanIsWhatTheClaimsComeTo() throws IOException {
    ReproductionPlan plan = ReproductionPlan.of(committed(), Profile.DESK);
    assertEquals(Optional.empty(), plan.difference(Path.of("reproductions", "plan.csv")));
    // Twenty hours of both cores, a search on each.
    assertTrue(plan.hours() < 2 * 20, () -> plan.hours() + " hours at the desk");
  }

  @Test
  void aPlanThatIsOutOfDateIsNoticed() throws IOException {
    ReproductionPlan plan = ReproductionPlan.of(toys(), Profile.DESK);
    Path file = folder.resolve("plan.csv");
    assertTrue(plan.difference(file).orElse("").endsWith("plan.csv is not there"));
    plan.write(file);
    assertEquals(Optional.empty(), plan.difference(file));
    Files.writeString(file, Files.readString(file).replace("sa-darts", "pc-darts"));
    assertTrue(plan.difference(file).orElse("").contains("row 3"), file::toString);
  }

  @Test
  void methodsTakeTheirTimedShareOfAnEpoch() {
    double first = hours("darts-v1", Map.of());
    assertEquals(50 * EPOCH, first, 1e-9);
    assertEquals(2.9 * first, hours("darts-v2", Map.of()), 1e-9);
    // alpha rests for 15 of 50 epochs, in which the weights' 56 percent are left.
    assertEquals(0.95 * EPOCH * (35 + 0.56 * 15), hours("pc-darts", Map.of()), 1e-9);
    // 25 epochs as DARTS, 25 of the weights alone on twice the images.
    assertEquals(EPOCH * (25 + 2 * 0.56 * 25), hours("single-stage", Map.of()), 1e-9);
    assertEquals(first, hours("r-darts", Map.of("secondOrder", 0.0)), 1e-9);
    // Choosing channels costs more at width 8 than computing them all.
    assertEquals(
        0.9 / 1.5, hours("adarts", Map.of("channels", 2.0)) / hours("adarts", Map.of()), 1e-9);
  }

  private static double hours(String method, Map<String, Double> settings) {
    SearchArm arm = new SearchArm("x", method, settings, Map.of());
    return SearchCost.hours(SearchArms.configuration(arm, Profile.DESK), Profile.DESK);
  }

  private ClaimCatalogue toys() throws IOException {
    return ToyClaims.catalogue(folder.resolve("reproductions"));
  }

  private static String shown(PlannedSearch search) {
    return "%s [%s] %d %s"
        .formatted(search.method(), search.settingsText(), search.seeds(), search.claims());
  }
}
