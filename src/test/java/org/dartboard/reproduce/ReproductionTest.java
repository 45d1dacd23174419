package org.dartboard.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dartboard.claim.ClaimCatalogue;
import org.dartboard.claim.ClaimKind;
import org.dartboard.claim.Outcome;
import org.dartboard.claim.Profile;
import org.dartboard.claim.Verdict;
import org.dartboard.io.Digests;
import org.dartboard.report.csv.ClaimReports;
import org.dartboard.report.data.ClaimReport;
import org.dartboard.report.data.ClaimSummary;
import org.dartboard.run.Ledger;
import org.dartboard.search.SearchMethod;
import org.dartboard.search.method.SearchMethods;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.TablePart;
import org.dartboard.testing.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped claims, from their files to the pages. */
class ReproductionTest {
  private static final ClaimCatalogue CATALOGUE =
      ClaimCatalogue.load(
          Path.of("reproductions"),
          SearchMethods.all().stream().map(SearchMethod::name).collect(Collectors.toSet()),
          new SupernetSettings());

  @TempDir Path out;

  @Test
  void withoutDataEveryClaimSaysThatItWasNotRunAndThePublishedFiguresAreShown()
      throws IOException, InterruptedException {
    List<Verdict> verdicts =
        Reproduction.run(request(Profile.PAPER, 2, false), Optional.empty(), Observer.NONE);
    assertEquals(CATALOGUE.claims().size(), verdicts.size());
    for (Verdict verdict : verdicts) {
      ClaimKind kind = CATALOGUE.claim(verdict.claim()).orElseThrow().kind();
      if (kind == ClaimKind.PUBLISHED_ONLY) {
        assertEquals(Outcome.PUBLISHED_ONLY, verdict.outcome(), verdict.claim());
        continue;
      }
      assertEquals(Outcome.NOT_RUN, verdict.outcome(), verdict.claim());
      String missing =
          kind == ClaimKind.BENCHMARK ? "not run: there is no file jmh/" : "not run: data missing";
      assertTrue(verdict.reason().startsWith(missing), verdict.reason());
    }
    String page = Files.readString(out.resolve("claims/nas-bench-201/table5-reinforce/index.html"));
    assertTrue(page.contains("93.85"));
    assertTrue(page.contains("docs/data.md"));
    assertTrue(Files.exists(out.resolve("index.html")));
  }

  @Test
  void lookupsDecideInFull() throws IOException, InterruptedException {
    Map<String, Outcome> outcomes =
        outcomes(
            run(
                Profile.DESK,
                2,
                "nas-bench-201/table5-darts-cell",
                "nas-bench-201/isomorphism-count",
                "ceiling"));
    assertEquals(
        Map.of(
            "nas-bench-201/table5-darts-cell", Outcome.REPRODUCED,
            "nas-bench-201/isomorphism-count", Outcome.REPRODUCED,
            "ceiling/one-cell", Outcome.REPRODUCED,
            "ceiling/distance-to-optimum", Outcome.REPRODUCED),
        outcomes);
  }

  @Test
  void theProfileSmokeNeverDecides() throws IOException, InterruptedException {
    EnumSet<Outcome> allowed =
        EnumSet.of(Outcome.INCONCLUSIVE, Outcome.NO_TRUSTED_TARGET, Outcome.PUBLISHED_ONLY);
    EnumSet<ClaimKind> notHere =
        EnumSet.of(ClaimKind.SEARCH, ClaimKind.TRAINING, ClaimKind.BENCHMARK);
    for (Verdict verdict : run(Profile.SMOKE, 2)) {
      if (notHere.contains(CATALOGUE.claim(verdict.claim()).orElseThrow().kind())) {
        // Nothing to search on was given; SearchReproductionTest runs such claims. Trainings and
        // benchmarks have no smoke form.
        assertEquals(Outcome.NOT_RUN, verdict.outcome(), verdict::toString);
        continue;
      }
      assertTrue(allowed.contains(verdict.outcome()), verdict::toString);
    }
  }

  @Test
  void runningTwiceLeavesTheSameBytes() throws IOException, InterruptedException {
    run(Profile.SMOKE, 2, "nas-bench-201", "best-of-n");
    SortedMap<String, String> first = contents();
    run(Profile.SMOKE, 2, "nas-bench-201", "best-of-n");
    assertEquals(first, contents());
  }

  @Test
  void theNumberOfThreadsChangesNoResult() throws IOException, InterruptedException {
    run(Profile.SMOKE, 1, "nas-bench-201/table5-*");
    SortedMap<String, String> alone = results();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file :
          files.sorted((a, b) -> b.compareTo(a)).filter(p -> !p.equals(out)).toList()) {
        Files.delete(file);
      }
    }
    run(Profile.SMOKE, 3, "nas-bench-201/table5-*");
    assertEquals(alone, results());
    assertTrue(alone.size() > 10, alone::toString);
  }

  @Test
  void aClaimOfADirectionIsDecidedTheSameAloneAndWithItsPaper()
      throws IOException, InterruptedException {
    String claim = "best-of-n/best-of-four-reinforce";
    String alone = run(Profile.DESK, 2, claim).get(0).reason();
    String together =
        run(Profile.DESK, 2, "best-of-n").stream()
            .filter(verdict -> verdict.claim().equals(claim))
            .findFirst()
            .orElseThrow()
            .reason();
    assertEquals(together, alone);
    assertTrue(alone.contains("corrected p"), alone);
  }

  @Test
  void aWeakerRunDoesNotTakeThePlaceOfAStrongerOne() throws IOException, InterruptedException {
    run(Profile.DESK, 2, "nas-bench-201/table5-bohb");
    List<ClaimSummary> kept = new ArrayList<>();
    Reproduction.run(
        request(Profile.SMOKE, 2, false, "nas-bench-201/table5-bohb"),
        table(),
        new Recording(kept, new ArrayList<>()));
    assertEquals(
        List.of("nas-bench-201/table5-bohb"), kept.stream().map(ClaimSummary::name).toList());
    assertEquals(500, reportOf("table5-bohb").summary().runs());

    Reproduction.run(
        request(Profile.SMOKE, 2, true, "nas-bench-201/table5-bohb"), table(), Observer.NONE);
    assertEquals(20, reportOf("table5-bohb").summary().runs());
  }

  @Test
  void aLedgerThatDoesNotAgreeIsReported() throws IOException, InterruptedException {
    run(Profile.SMOKE, 2, "nas-bench-201/table5-random-search");
    Path trials;
    try (Stream<Path> files = Files.list(out.resolve("ledger/trials"))) {
      trials = files.findFirst().orElseThrow();
    }
    List<String> lines = new ArrayList<>(Files.readAllLines(trials));
    lines.set(1, lines.get(1).replaceFirst(",[0-4]{6},", ",000000,"));
    Files.write(trials, lines);

    List<Ledger.Contradiction> contradictions = new ArrayList<>();
    Reproduction.run(
        request(Profile.SMOKE, 2, false, "nas-bench-201/table5-random-search"),
        table(),
        new Recording(new ArrayList<>(), contradictions));
    assertEquals(1, contradictions.size());
    assertTrue(contradictions.get(0).message().startsWith("random-search, seed 0: the ledger has"));
  }

  private List<Verdict> run(Profile profile, int threads, String... names)
      throws IOException, InterruptedException {
    return Reproduction.run(request(profile, threads, false, names), table(), Observer.NONE);
  }

  private Reproduction.Request request(
      Profile profile, int threads, boolean replace, String... names) {
    return new Reproduction.Request(
        CATALOGUE,
        CATALOGUE.select(Arrays.asList(names)),
        profile,
        OptionalInt.empty(),
        threads,
        out,
        replace);
  }

  private static Optional<Nb201Table> table() {
    return Optional.of(
        Nb201Table.load(RealData.assumeTable(), EnumSet.of(TablePart.ACCURACIES, TablePart.COSTS)));
  }

  private ClaimReport reportOf(String claim) throws IOException {
    return ClaimReports.read(out, "nas-bench-201", claim).orElseThrow();
  }

  private static Map<String, Outcome> outcomes(List<Verdict> verdicts) {
    return verdicts.stream().collect(Collectors.toMap(Verdict::claim, Verdict::outcome));
  }

  /** Every file of the folder with the digest of its bytes. */
  private SortedMap<String, String> contents() throws IOException {
    SortedMap<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(out.relativize(file).toString(), Digests.sha256(Files.readAllBytes(file)));
      }
    }
    return contents;
  }

  /** What was found: the files that hold neither the machine nor the time it took. */
  private SortedMap<String, String> results() throws IOException {
    SortedMap<String, String> results = new TreeMap<>();
    contents()
        .forEach(
            (file, digest) -> {
              if (file.endsWith("figures.csv") || file.endsWith("series.csv")) {
                results.put(file, digest);
              }
            });
    return results;
  }

  private record Recording(List<ClaimSummary> keptReports, List<Ledger.Contradiction> found)
      implements Observer {
    @Override
    public void contradiction(Ledger.Contradiction contradiction) {
      found.add(contradiction);
    }

    @Override
    public void kept(ClaimSummary earlier) {
      keptReports.add(earlier);
    }
  }
}
