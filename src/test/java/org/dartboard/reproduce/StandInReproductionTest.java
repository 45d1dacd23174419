package org.dartboard.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dartboard.claim.Claim;
import org.dartboard.claim.ClaimCatalogue;
import org.dartboard.claim.Outcome;
import org.dartboard.claim.Profile;
import org.dartboard.claim.Verdict;
import org.dartboard.engine.Precision;
import org.dartboard.report.csv.ClaimReports;
import org.dartboard.report.csv.PaperReports;
import org.dartboard.report.csv.Studies;
import org.dartboard.report.data.ClaimReport;
import org.dartboard.report.data.Entry;
import org.dartboard.report.data.PaperReport;
import org.dartboard.search.SearchMethod;
import org.dartboard.search.method.SearchMethods;
import org.dartboard.table.EmbeddedFiles;
import org.dartboard.table.EmbeddedTable;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.SyntheticTable;
import org.dartboard.table.TablePart;
import org.dartboard.table.TableSource;
import org.dartboard.testing.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped claims on the embedded table. */
class StandInReproductionTest {
  private static final ClaimCatalogue CATALOGUE =
      ClaimCatalogue.load(
          Path.of("reproductions"),
          SearchMethods.all().stream().map(SearchMethod::name).collect(Collectors.toSet()),
          new SupernetSettings());

  private static final List<String> PAGES =
      List.of("papers/toy", "papers/all-searches", "studies/depth-pilot");

  @TempDir private Path folder = Path.of("");

  @Test
  void noClaimIsMoreThanInconclusiveAndEveryPageSaysWhy() throws IOException, InterruptedException {
    List<Verdict> verdicts = run(embedded());
    assertTrue(verdicts.size() > 1);
    EnumSet<Outcome> allowed =
        EnumSet.of(Outcome.INCONCLUSIVE, Outcome.NOT_RUN, Outcome.PUBLISHED_ONLY);
    for (Verdict verdict : verdicts) {
      assertTrue(allowed.contains(verdict.outcome()), verdict::toString);
      if (verdict.outcome() == Outcome.INCONCLUSIVE) {
        assertTrue(verdict.reason().contains("run on the embedded stand-in"), verdict::toString);
        String page = Files.readString(out().resolve("claims/" + verdict.claim() + "/index.html"));
        assertTrue(page.contains("class=\"stand-in\""), verdict.claim());
        assertTrue(page.contains("EMBEDDED STAND-IN, NOT NAS-BENCH-201"), verdict.claim());
      }
    }
    String index = Files.readString(out().resolve("index.html"));
    assertTrue(index.contains("EMBEDDED STAND-IN, NOT NAS-BENCH-201"), index);
    assertTrue(Files.readString(out().resolve("verdicts.csv")).contains("embedded stand-in"));
    assertTrue(
        Files.notExists(out().resolve("ledger")), "the ledger is for results of the real table");
    assertTrue(Files.exists(out().resolve(Reproduction.STAND_IN_LEDGER).resolve("trials")));
    List<String> ranWith =
        ClaimReports.read(out(), "nas-bench-201", "table5-random-search")
            .orElseThrow()
            .provenance()
            .stream()
            .map(Entry::key)
            .toList();
    assertTrue(
        ranWith.containsAll(List.of("stand-in", "trials", "revision", "data")), ranWith::toString);
  }

  @Test
  void chartsAndTablesSayItWithoutThePage() throws IOException, InterruptedException {
    runToys(embedded(), false);
    String words = "EMBEDDED STAND-IN, NOT NAS-BENCH-201";
    Path claim = out().resolve("claims/toy/first");
    ClaimReport report = ClaimReports.read(out(), "toy", "first").orElseThrow();
    String drawn = Files.readString(claim.resolve(report.charts().get(0).id() + "-narrow.svg"));
    assertTrue(drawn.contains("<desc>" + words + ". "), drawn);
    for (Path file :
        List.of(
            claim.resolve("figures.csv"),
            claim.resolve("series.csv"),
            out().resolve("papers/toy/series.csv"),
            out().resolve("studies/depth-pilot/series.csv"),
            out().resolve("studies/depth-pilot/table.csv"))) {
      List<String> lines = Files.readAllLines(file);
      assertTrue(lines.get(0).endsWith(",stand_in"), file::toString);
      lines.stream()
          .skip(1)
          .forEach(line -> assertTrue(line.endsWith("\"" + words + "\""), file + ": " + line));
    }
    List<String> verdicts = Files.readAllLines(out().resolve("verdicts.csv"));
    assertTrue(verdicts.get(0).endsWith(",page,stand_in"), verdicts.get(0));
    assertTrue(verdicts.get(1).endsWith("\"" + words + "\""), verdicts.get(1));
  }

  @Test
  void whatRestsOnThePublishedTableStays() throws IOException, InterruptedException {
    Nb201Table published =
        Nb201Table.load(RealData.assumeTable(), EnumSet.of(TablePart.ACCURACIES, TablePart.COSTS));
    run(published);
    String before = Files.readString(out().resolve("verdicts.csv"));
    assertFalse(before.contains("stand-in") || before.contains("stand_in"), before);
    run(embedded());
    assertEquals(before, Files.readString(out().resolve("verdicts.csv")));
  }

  @Test
  void pagesOnSearchesSaySoToo() throws IOException, InterruptedException {
    runToys(embedded(), false);
    for (String page : PAGES) {
      String text = Files.readString(out().resolve(page + "/index.html"));
      assertTrue(text.contains("class=\"stand-in\""), page);
      assertTrue(text.contains("EMBEDDED STAND-IN, NOT NAS-BENCH-201"), page);
    }
    for (PaperReport paper : PaperReports.readAll(out())) {
      assertEquals(TableSource.EMBEDDED.warning(), paper.standIn(), paper.paper().id());
    }
    assertEquals(TableSource.EMBEDDED.warning(), Studies.readAll(out()).get(0).standIn());
    assertTrue(
        Files.readString(out().resolve("index.html")).contains("figures are those of a stand-in"));
  }

  @Test
  void pagesOnThePublishedTableGiveWayOnlyWhenAsked() throws IOException, InterruptedException {
    assertEquals(List.of(), runToys(published(), false));
    Map<String, String> before = pages();
    before.forEach((page, text) -> assertFalse(text.contains("STAND-IN"), page));

    assertEquals(PAGES, runToys(embedded(), false));
    assertEquals(before, pages());

    assertEquals(List.of(), runToys(embedded(), true));
    pages().forEach((page, text) -> assertTrue(text.contains("STAND-IN"), page));
    assertEquals(List.of(), runToys(published(), false));
    assertEquals(before, pages());
  }

  private Map<String, String> pages() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    for (String page : PAGES) {
      pages.put(page, Files.readString(out().resolve(page + "/index.html")));
    }
    return pages;
  }

  /**
   * Reproduces claims of which the ledger has a search, and has the pilot's in it.
   *
   * @return the pages that stayed
   */
  private List<String> runToys(Nb201Table table, boolean replace)
      throws IOException, InterruptedException {
    ClaimCatalogue toys = ToyClaims.catalogue(folder.resolve("reproductions"));
    Path ledger = out().resolve("ledger");
    PlannedSearch search = ReproductionPlan.of(toys, Profile.DESK).searches().get(0);
    ToyClaims.finish(ledger, folder, search, 0, "111111");
    ToyClaims.finish(
        ledger,
        folder,
        new PlannedSearch(
            "darts-v1",
            new TreeMap<>(Map.of("cells", 3.0)),
            List.of(Precision.FP32),
            Profile.DESK,
            1,
            0,
            List.of()),
        0,
        "111133");
    List<String> kept = new ArrayList<>();
    Reproduction.run(
        new Reproduction.Request(
            toys, toys.claims(), Profile.DESK, OptionalInt.empty(), 1, out(), replace),
        Optional.of(table),
        new KeptPages(kept));
    return kept;
  }

  private record KeptPages(List<String> pages) implements Observer {
    @Override
    public void pageKept(String page) {
      pages.add(page);
    }
  }

  /** A table that counts as the published one. */
  private Nb201Table published() throws IOException {
    Path place = Files.createDirectories(folder.resolve("table"));
    SyntheticTable.write(place);
    return SyntheticTable.load(place, EnumSet.allOf(TablePart.class));
  }

  private Nb201Table embedded() throws IOException {
    EmbeddedFiles.write(folder.resolve("embedded"), 2);
    return EmbeddedTable.read(folder.resolve("embedded")).standIn();
  }

  private Path out() {
    return folder.resolve("reports");
  }

  private List<Verdict> run(Nb201Table table) throws IOException, InterruptedException {
    List<Claim> selected =
        CATALOGUE.claims().stream()
            .filter(
                claim -> claim.paper().equals("nas-bench-201") || claim.paper().equals("ceiling"))
            .toList();
    return Reproduction.run(
        new Reproduction.Request(
            CATALOGUE, selected, Profile.DESK, OptionalInt.of(30), 2, out(), false),
        Optional.of(table),
        Observer.NONE);
  }
}
