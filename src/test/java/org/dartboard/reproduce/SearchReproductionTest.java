package org.dartboard.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.dartboard.claim.ClaimCatalogue;
import org.dartboard.claim.Outcome;
import org.dartboard.claim.Profile;
import org.dartboard.claim.Verdict;
import org.dartboard.data.Cifar10;
import org.dartboard.data.CifarSplit;
import org.dartboard.data.DataException;
import org.dartboard.data.ImageSource;
import org.dartboard.engine.Precision;
import org.dartboard.engine.onednn.OneDnnSupernet;
import org.dartboard.io.DataFolders;
import org.dartboard.io.MissingDataException;
import org.dartboard.report.csv.ClaimReports;
import org.dartboard.report.csv.PaperReports;
import org.dartboard.report.data.ClaimReport;
import org.dartboard.report.data.FigureRow;
import org.dartboard.report.data.Measured;
import org.dartboard.report.data.PaperReport;
import org.dartboard.report.data.SeriesPoint;
import org.dartboard.search.supernet.SearchData;
import org.dartboard.search.supernet.SupernetProfile;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.TablePart;
import org.dartboard.testing.RealData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claims on differentiable searches, from the ledger, or a smoke run, to the pages. */
class SearchReproductionTest {
  private static final String SKIPS = "111111";
  private static final String CONVOLUTIONS = "333333";

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path out;

  @SuppressWarnings("NullAway.Init")
  private ClaimCatalogue toys;

  @SuppressWarnings("NullAway.Init")
  private List<PlannedSearch> desk;

  @BeforeEach
  void readClaims() throws IOException {
    toys = ToyClaims.catalogue(out.resolve("reproductions"));
    desk = ReproductionPlan.of(toys, Profile.DESK).searches();
  }

  @Test
  void withoutASearchAClaimWasNotRun() throws IOException, InterruptedException {
    Verdict verdict = run(Profile.DESK, Optional.empty()).get(0);
    assertEquals(Outcome.NOT_RUN, verdict.outcome());
    assertEquals(
        "not run: 0 of 6 runs of the profile desk, all queued ('scripts/dartboard plan run --claim toy/first')",
        verdict.reason());
    assertEquals(0, report("first").summary().runs());
  }

  @Test
  void untilTheLastSearchAClaimIsInconclusive() throws IOException, InterruptedException {
    finish(search("darts-v1"), 3, SKIPS);
    finish(search("sa-darts"), 2, CONVOLUTIONS);
    Verdict verdict = run(Profile.DESK, Optional.empty()).get(0);
    assertEquals(Outcome.INCONCLUSIVE, verdict.outcome());
    String expected =
        "5 of 6 runs, rest queued ('scripts/dartboard plan run --claim toy/first'). So far:";
    assertTrue(verdict.reason().startsWith(expected), verdict.reason());
  }

  @Test
  void withAllSearchesTheRuleDecides() throws IOException, InterruptedException {
    finish(search("darts-v1"), 3, SKIPS);
    finish(search("sa-darts"), 3, CONVOLUTIONS);
    Verdict verdict = run(Profile.DESK, Optional.empty()).get(0);
    // Six skip connections against none: one arrangement of twenty is as extreme, p = 0.05; with
    // the other claim's equivalence, which has no p, Holm's correction changes nothing.
    assertEquals(Outcome.MECHANISM_SEEN, verdict.outcome(), verdict.reason());
    assertEquals(-6, verdict.findings().get(0).difference().orElseThrow());
    assertEquals(0.05, verdict.findings().get(0).p().orElseThrow(), 1e-12);

    ClaimReport report = report("first");
    assertEquals(6, report.summary().runs());
    FigureRow row = report.figures().get(0);
    assertEquals(new Measured(0, 0.0, 3, 0.0, 0.0), row.desk());
    assertEquals(null, row.paper());
    String page = Files.readString(out.resolve("claims/toy/first/index.html"));
    assertTrue(page.contains(">Desk<") && page.contains(">Paper<"), "columns side by side");
    assertTrue(report.charts().stream().anyMatch(chart -> chart.id().equals("epochs-skips")));
  }

  @Test
  void armsAreTakenTogetherAndHeldAgainstThePublishedFigure()
      throws IOException, InterruptedException {
    finish(desk.get(0), 5, SKIPS);
    finish(desk.get(2), 5, SKIPS);
    Verdict verdict = run(Profile.DESK, Optional.empty()).get(1);
    assertEquals(Outcome.MECHANISM_SEEN, verdict.outcome(), verdict.reason());
    // Both arms are of one method, so that the two runs of a seed count as one.
    assertEquals(5, verdict.findings().get(0).runs());
    assertEquals(54.30, verdict.findings().get(0).measured().orElseThrow(), 0.005);
  }

  @Test
  void profilesAreNeverMixed() throws IOException, InterruptedException {
    finish(search("darts-v1"), 3, SKIPS);
    List<PlannedSearch> paper = ReproductionPlan.of(toys, Profile.PAPER).searches();
    finish(paper.get(1), 3, CONVOLUTIONS);
    assertEquals("sa-darts", paper.get(1).method());
    Verdict verdict = run(Profile.DESK, Optional.empty()).get(0);
    assertEquals(Outcome.INCONCLUSIVE, verdict.outcome());
    assertTrue(verdict.reason().startsWith("3 of 6 runs, rest queued ("), verdict.reason());
    assertEquals(1, verdict.findings().stream().filter(f -> f.difference().isEmpty()).count());
  }

  @Test
  void theCommandsMakeTheRunsOfTheProfileThatIsMissingThem()
      throws IOException, InterruptedException {
    List<PlannedSearch> paper = ReproductionPlan.of(toys, Profile.PAPER).searches();
    finish(paper.get(0), 3, SKIPS);
    // One arm alone says nothing, so the claim waits for the desk.
    assertEquals(Profile.DESK, run(Profile.DESK, Optional.empty()).get(0).profile());
    finish(paper.get(1), 1, SKIPS);
    Verdict verdict = run(Profile.DESK, Optional.empty()).get(0);
    assertEquals(Profile.PAPER, verdict.profile());
    String expected =
        "4 of 6 runs, rest queued ('scripts/dartboard plan run --claim toy/first --profile paper').";
    assertTrue(verdict.reason().startsWith(expected), verdict.reason());
    assertEquals(
        "scripts/dartboard plan run --claim toy/first --profile paper"
            + " && scripts/dartboard reproduce toy/first --profile paper",
        report("first").summary().command());
  }

  @Test
  void aDeskThatIsCompleteTakesThePlaceOfAPaperThatIsNot()
      throws IOException, InterruptedException {
    List<PlannedSearch> paper = ReproductionPlan.of(toys, Profile.PAPER).searches();
    finish(paper.get(0), 2, SKIPS);
    finish(paper.get(1), 1, SKIPS);
    run(Profile.DESK, Optional.empty());
    assertEquals(org.dartboard.report.data.Profile.PAPER, report("first").summary().profile());
    assertEquals(0.5, report("first").summary().completeness());

    finish(search("darts-v1"), 3, SKIPS);
    finish(search("sa-darts"), 3, CONVOLUTIONS);
    run(Profile.DESK, Optional.empty());
    assertEquals(
        org.dartboard.report.data.Outcome.MECHANISM_SEEN, report("first").summary().outcome());
    assertEquals(1, report("first").summary().completeness());
  }

  @Test
  void aPaperThatIsCompleteGoesBeforeTheDesk() throws IOException, InterruptedException {
    finish(search("darts-v1"), 3, SKIPS);
    finish(search("sa-darts"), 3, SKIPS);
    List<PlannedSearch> paper = ReproductionPlan.of(toys, Profile.PAPER).searches();
    finish(paper.get(0), 3, SKIPS);
    finish(paper.get(1), 3, CONVOLUTIONS);
    Verdict verdict = run(Profile.DESK, Optional.empty()).get(0);
    assertEquals(Profile.PAPER, verdict.profile());
    assertEquals(Outcome.REPRODUCED, verdict.outcome(), verdict.reason());
    FigureRow row = report("first").figures().get(0);
    assertEquals(
        Map.of("desk", 6.0, "paper", 0.0),
        Map.of(
            "desk", Objects.requireNonNull(row.desk()).mean(),
            "paper", Objects.requireNonNull(row.paper()).mean()));
  }

  @Test
  void whatAnotherProfileHasIsDrawnUnderItsOwnNameAndDecidesNothing()
      throws IOException, InterruptedException {
    finish(search("darts-v1"), 3, SKIPS);
    finish(search("sa-darts"), 3, CONVOLUTIONS);
    Verdict alone = run(Profile.DESK, Optional.empty()).get(0);
    assertEquals(List.of("SA", "DARTS"), rows(report("first")));
    long trials = trials(report("first"));

    finish(ReproductionPlan.of(toys, Profile.PAPER).searches().get(0), 1, CONVOLUTIONS);
    assertEquals(alone.findings(), run(Profile.DESK, Optional.empty()).get(0).findings());
    ClaimReport report = report("first");
    assertEquals(List.of("SA, desk", "DARTS, desk", "DARTS, paper"), rows(report));
    assertEquals(
        List.of("DARTS, desk", "SA, desk", "DARTS, paper"),
        series(report, "epochs-skips").stream().map(SeriesPoint::series).distinct().toList());
    assertEquals(6, report.summary().runs());
    assertEquals(trials + 1, trials(report), "its provenance is shown, too");
    assertEquals(
        List.of("desk", "desk", "desk", "paper"),
        PaperReports.readAll(out).get(1).searches().stream()
            .map(row -> row.profile().text())
            .sorted()
            .toList());
  }

  private static List<SeriesPoint> series(ClaimReport report, String chart) {
    return report.charts().stream()
        .filter(each -> each.id().equals(chart))
        .findFirst()
        .orElseThrow()
        .points();
  }

  /** The rows of the chart that has a dot for each run. */
  private static List<String> rows(ClaimReport report) {
    return series(report, "runs-1").stream().map(SeriesPoint::x).distinct().toList();
  }

  private static long trials(ClaimReport report) {
    return report.provenance().stream()
        .filter(entry -> entry.key().endsWith("trials"))
        .mapToLong(entry -> Long.parseLong(entry.value()))
        .sum();
  }

  @Test
  void aPaperHasAPageThatCanBeReadAlone() throws IOException, InterruptedException {
    finish(search("darts-v1"), 3, SKIPS);
    finish(search("sa-darts"), 3, CONVOLUTIONS);
    run(Profile.DESK, Optional.empty());
    String page = Files.readString(out.resolve("papers/toy/index.html"));
    for (String part :
        List.of(
            "<li><code>p = softmax(alpha)</code></li><li><code>L &lt; M &amp; N</code></li>",
            "Everything is smaller.",
            "mechanism seen",
            "SA-DARTS ends with fewer skip connections than DARTS.",
            "3 of 5",
            "regret.svg")) {
      assertTrue(page.contains(part), part);
    }
    List<PaperReport> papers = PaperReports.readAll(out);
    assertEquals(List.of("all-searches", "toy"), papers.stream().map(p -> p.paper().id()).toList());
    PaperReport toy = papers.get(1);
    assertEquals(List.of("p = softmax(alpha)", "L < M & N"), toy.equations());
    assertEquals(3, toy.searches().size());
    PaperReports.write(out.resolve("again"), toy);
    assertEquals(List.of(toy), PaperReports.readAll(out.resolve("again")));
    assertTrue(Files.readString(out.resolve("index.html")).contains("papers/toy/index.html"));
  }

  @Test
  void aSmokeRunShowsThePathAndDecidesNothing()
      throws IOException, InterruptedException, DataException, MissingDataException {
    List<Verdict> verdicts = run(Profile.SMOKE, Optional.of(laboratory()));
    for (Verdict verdict : verdicts) {
      assertEquals(Outcome.INCONCLUSIVE, verdict.outcome(), verdict.reason());
      assertTrue(verdict.findings().get(0).measured().isPresent(), verdict::claim);
    }
    assertEquals(2, report("first").summary().runs());
    assertFalse(Files.exists(out.resolve("ledger/trials")), "smoke runs go into no ledger");
  }

  @Test
  void aSmokeRunOnGeneratedImagesSaysSoOnTheClaimsPageBesideThePublishedTable()
      throws IOException, InterruptedException {
    List<Verdict> verdicts = run(Profile.SMOKE, Optional.of(generated()));
    for (Verdict verdict : verdicts) {
      assertEquals(Outcome.INCONCLUSIVE, verdict.outcome(), verdict.reason());
      assertTrue(
          verdict.reason().startsWith("run on generated images, not on CIFAR-10"), verdict::reason);
    }
    assertEquals(Optional.of(ImageSource.GENERATED.warning()), report("first").standIn());
    String page = Files.readString(out.resolve("claims/toy/first/index.html"));
    assertTrue(page.contains("class=\"stand-in\""), page);
    assertTrue(page.contains("GENERATED IMAGES, NOT CIFAR-10"), page);
    assertFalse(page.contains("EMBEDDED STAND-IN"), page);
    assertTrue(Files.readString(out.resolve("index.html")).contains("2 of 2 claims below: GENER"));
  }

  @Test
  void aClaimThatWaitsForItsSearchesSaysWhatItsTrialSaw() throws IOException, InterruptedException {
    Verdict verdict = run(Profile.DESK, Optional.of(generated())).get(0);
    assertEquals(Outcome.NOT_RUN, verdict.outcome());
    assertTrue(
        verdict.reason().endsWith("searches ran, on generated images, not on CIFAR-10"),
        verdict::reason);
  }

  private List<Verdict> run(Profile profile, Optional<Laboratory> laboratory)
      throws IOException, InterruptedException {
    return Reproduction.run(
        new Reproduction.Request(toys, toys.claims(), profile, OptionalInt.empty(), 1, out, false),
        Optional.of(
            Nb201Table.load(
                RealData.assumeTable(), EnumSet.of(TablePart.ACCURACIES, TablePart.COSTS))),
        laboratory,
        Observer.NONE);
  }

  private static Laboratory laboratory() throws DataException, MissingDataException {
    DataFolders folders = DataFolders.of(System.getenv(), Path.of(""));
    assumeTrue(
        folders.lookUp(Cifar10.FOLDER).isPresent() && folders.lookUp(CifarSplit.FOLDER).isPresent(),
        "CIFAR-10 and its split are needed; set DARTBOARD_DATA to the folder above them");
    return laboratory(SearchData.cifar10(folders, SupernetProfile.SMOKE));
  }

  private static Laboratory generated() {
    return laboratory(SearchData.generated(SupernetProfile.SMOKE));
  }

  private static Laboratory laboratory(SearchData images) {
    return new Laboratory(
        (spec, maximumBatch) -> new OneDnnSupernet(spec, maximumBatch, Precision.FP32), images);
  }

  private PlannedSearch search(String method) {
    return desk.stream().filter(known -> known.method().equals(method)).findFirst().orElseThrow();
  }

  private void finish(PlannedSearch search, int seeds, String found) throws IOException {
    for (int seed = 0; seed < seeds; seed++) {
      ToyClaims.finish(out.resolve("ledger"), out, search, seed, found);
    }
  }

  private ClaimReport report(String claim) throws IOException {
    return ClaimReports.read(out, "toy", claim).orElseThrow();
  }
}
