package org.dartboard.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dartboard.claim.Claim;
import org.dartboard.claim.ClaimCatalogue;
import org.dartboard.claim.ClaimKind;
import org.dartboard.claim.Finding;
import org.dartboard.claim.Procedure;
import org.dartboard.claim.Profile;
import org.dartboard.claim.SearchArm;
import org.dartboard.claim.Verdict;
import org.dartboard.engine.Precision;
import org.dartboard.engine.onednn.OneDnnSupernet;
import org.dartboard.search.SearchMethod;
import org.dartboard.search.method.SearchMethods;
import org.dartboard.search.supernet.SearchData;
import org.dartboard.search.supernet.SupernetProfile;
import org.dartboard.search.supernet.method.SupernetMethods;
import org.dartboard.table.EmbeddedFiles;
import org.dartboard.table.EmbeddedTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every shipped claim on searches, in the profile smoke: from its file to its page. */
class SmokeSearchesTest {
  /** What all smoke searches together may take. */
  private static final Duration ALL = Duration.ofMinutes(3);

  /** Twice what one is to take, since other tests' leftovers may be at work beside it. */
  private static final Duration ONE = Duration.ofSeconds(10);

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void everyClaimRunsItsSearchesInSeconds() throws IOException, InterruptedException {
    ClaimCatalogue catalogue =
        ClaimCatalogue.load(
            Path.of("reproductions"),
            SearchMethods.all().stream().map(SearchMethod::name).collect(Collectors.toSet()),
            new SupernetSettings());
    List<Claim> searches =
        catalogue.claims().stream().filter(claim -> claim.kind() == ClaimKind.SEARCH).toList();
    EmbeddedFiles.write(folder.resolve("table"), 2);
    Path out = folder.resolve("reports");
    Stopwatch stopwatch = new Stopwatch();
    List<Verdict> verdicts =
        Reproduction.run(
            new Reproduction.Request(
                catalogue, searches, Profile.SMOKE, OptionalInt.empty(), 2, out, false),
            Optional.of(EmbeddedTable.read(folder.resolve("table")).standIn()),
            Optional.of(
                new Laboratory(
                    (spec, maximumBatch) -> new OneDnnSupernet(spec, maximumBatch, Precision.FP32),
                    SearchData.generated(SupernetProfile.SMOKE))),
            stopwatch);

    assertEquals(searches.size(), verdicts.size());
    for (Verdict verdict : verdicts) {
      assertTrue(verdict.reason().startsWith("run "), verdict::toString);
      assertFalse(verdict.findings().isEmpty(), verdict::toString);
      for (Finding finding : verdict.findings()) {
        assertTrue(finding.runs() > 0 && finding.failures() == 0, verdict::toString);
      }
      assertTrue(Files.exists(out.resolve("claims/" + verdict.claim() + "/index.html")));
    }
    assertEquals(
        SupernetMethods.all().stream().map(method -> method.name()).collect(Collectors.toSet()),
        methods(searches),
        "a method that no claim rests on");
    assertTrue(stopwatch.total().compareTo(ALL) < 0, stopwatch::toString);
    assertTrue(stopwatch.longest().compareTo(ONE) < 0, stopwatch::toString);
  }

  private static Set<String> methods(List<Claim> claims) {
    Set<String> methods = new HashSet<>();
    for (Claim claim : claims) {
      if (claim.procedure() instanceof Procedure.SupernetSearch search) {
        search.arms().stream().map(SearchArm::method).forEach(methods::add);
      }
    }
    return methods;
  }

  /** How long searches take, by the longest of each title. */
  private static final class Stopwatch implements Observer {
    private final Map<String, Duration> longest = new TreeMap<>();
    private Duration total = Duration.ZERO;
    private String running = "";
    private long start;

    @Override
    public void searchStarts(String method, int runs) {
      running = method;
      start = System.nanoTime();
    }

    @Override
    public void searchEnds() {
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      total = total.plus(taken);
      longest.merge(running, taken, (known, now) -> now.compareTo(known) > 0 ? now : known);
    }

    Duration total() {
      return total;
    }

    Duration longest() {
      return longest.values().stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }

    @Override
    public String toString() {
      return total + " for all, the longest of each: " + longest;
    }
  }
}
