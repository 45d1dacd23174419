package org.dartboard.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.dartboard.benchmark.BenchmarkFiles;
import org.dartboard.benchmark.BenchmarkFormatException;
import org.dartboard.claim.ClaimCatalogue;
import org.dartboard.claim.ClaimFormatException;
import org.dartboard.claim.Outcome;
import org.dartboard.claim.Profile;
import org.dartboard.claim.Verdict;
import org.dartboard.report.csv.ClaimReports;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ClaimReport;
import org.dartboard.report.data.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims on the time and memory of kernels, without table, images or searches. */
class BenchmarkClaimsTest {
  private static final String FILE =
      ToyClaims.PAPER
          + """
      claims:
        - id: cheaper
          title: "The new step is cheaper"
          statement: "The new step takes less time and less memory than the old one."
          kind: benchmark
          targets:
            - {label: "a step", quantity: time, reference: "the old one"}
            - {label: "a step", quantity: memory, reference: "the old one"}
          procedure:
            type: benchmark
            run: steps
            arguments: "Step"
            measures:
              - {label: "a step", of: "Step.searchStep engine=new", against: "Step.searchStep engine=old"}
          profiles: {smoke: {runs: 1}, desk: {runs: 4}, paper: {runs: 4}}
          rule:
            type: direction
            test: permutation
            alternative: less
            minimumEffect: 0.001
            level: 0.05
            minimumRuns: 4
            failedRuns: worst
            why: "because"
      """;

  private static final List<List<Double>> FAST = times(10, 12, 11, 13);
  private static final List<List<Double>> SLOW = times(20, 22, 21, 23);

  private final Path reproductions;
  private final Path out;

  BenchmarkClaimsTest(@TempDir Path reproductions, @TempDir Path out) {
    this.reproductions = reproductions;
    this.out = out;
  }

  @Test
  void theRunDecides() throws IOException, InterruptedException {
    write(4, result("new", 1e9, FAST), result("old", 3e9, SLOW));
    Verdict verdict = run(Profile.DESK);
    assertEquals(Outcome.MECHANISM_SEEN, verdict.outcome(), verdict.reason());
    // 11.5 ms against 21.5 ms and 1 GB against 3 GB: one of 70 arrangements is as good.
    assertEquals(-0.010, verdict.findings().get(0).difference().orElseThrow(), 1e-12);
    assertEquals(-2, verdict.findings().get(1).difference().orElseThrow(), 1e-12);
    assertEquals(1 / 70.0, verdict.findings().get(0).p().orElseThrow(), 1e-12);
    ClaimReport report = ClaimReports.read(out, "toy", "cheaper").orElseThrow();
    assertEquals(8, report.summary().runs());
    assertEquals(
        List.of("processes-1", "processes-2"),
        report.charts().stream().map(Chart::id).filter(id -> id.startsWith("processes")).toList());
    List<String> said = report.configuration().stream().map(Entry::value).toList();
    assertTrue(said.toString().contains("1.88 ["), said::toString);
    assertTrue(
        report.provenance().contains(new Entry("processor", "Abacus")),
        () -> report.provenance().toString());
  }

  @Test
  void aMeasureTwiceIsRefused() {
    String measure = "against: \"Step.searchStep engine=old\"}";
    assertTrue(FILE.contains(measure), measure);
    String text =
        FILE.replace(
            measure, measure + "\n        - {label: \"a step\", of: \"x\", against: \"y\"}");
    String found = assertThrows(ClaimFormatException.class, () -> catalogue(text)).getMessage();
    assertTrue(
        found.contains("measures[1].label: found 'a step'; allowed: each measure once"), found);
  }

  @Test
  void aRunThatShowsTheContraryIsNoSuccess() throws IOException, InterruptedException {
    write(4, result("new", 3e9, SLOW), result("old", 1e9, FAST));
    assertEquals(Outcome.MECHANISM_NOT_SEEN, run(Profile.DESK).outcome());
  }

  @Test
  void tooFewRoundsLeaveItUndecided() throws IOException, InterruptedException {
    write(3, result("new", 1e9, FAST), result("old", 3e9, SLOW));
    Verdict verdict = run(Profile.DESK);
    assertEquals(Outcome.INCONCLUSIVE, verdict.outcome());
    String expected =
        "3 of 4 runs, rest queued ('mvn verify -Pjmh -DskipTests -Djmh.name=steps -Djmh.rounds=4"
            + " -Djmh.args=\"Step\"')";
    assertTrue(verdict.reason().startsWith(expected), verdict.reason());
  }

  @Test
  void withoutARunItSaysHowToMakeOne() throws IOException, InterruptedException {
    assertTrue(run(Profile.DESK).reason().startsWith("not run: there is no file jmh/steps.json"));
    write(4, result("old", 3e9, SLOW));
    String reason = run(Profile.DESK).reason();
    assertTrue(
        reason.startsWith("not run: jmh/steps.json has no result of Step.searchStep engine=new"),
        reason);
    assertEquals(Outcome.NOT_RUN, run(Profile.SMOKE).outcome());
  }

  @Test
  void aDamagedRunIsRefused() throws IOException {
    Files.createDirectories(out.resolve("jmh"));
    Files.writeString(out.resolve("jmh/steps.json"), "{");
    assertThrows(BenchmarkFormatException.class, () -> run(Profile.DESK));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "kind: benchmark|kind: table|kind: found 'table'; allowed: benchmark where",
        "quantity: time|quantity: count|targets[0].quantity: found 'count'; allowed: time or",
        "engine=old\"}|engine=new\"}|measures[0].against: found 'Step.searchStep engine=new'",
        "run: steps|runs: steps|procedure.run",
      })
  void whatDoesNotFitIsSaid(String passage, String replacement, String message) {
    assertTrue(FILE.contains(passage), passage);
    String found =
        assertThrows(
                ClaimFormatException.class, () -> catalogue(FILE.replace(passage, replacement)))
            .getMessage();
    assertTrue(found.contains(message), found);
  }

  private static List<List<Double>> times(double... milliseconds) {
    return Arrays.stream(milliseconds).mapToObj(List::of).toList();
  }

  private static String result(String engine, double peak, List<List<Double>> forks) {
    return BenchmarkFiles.result(engine, peak, forks);
  }

  private void write(int rounds, String... results) throws IOException {
    Files.createDirectories(out.resolve("jmh"));
    BenchmarkFiles.write(out.resolve("jmh/steps.json"), 1, "Abacus", rounds, results);
  }

  private ClaimCatalogue catalogue(String text) throws IOException {
    Files.createDirectories(reproductions.resolve("toy"));
    Files.writeString(reproductions.resolve("toy/claim.yaml"), text);
    return ClaimCatalogue.load(reproductions, Set.of(), new SupernetSettings());
  }

  private Verdict run(Profile profile) throws IOException, InterruptedException {
    ClaimCatalogue catalogue = catalogue(FILE);
    return Reproduction.run(
            new Reproduction.Request(
                catalogue, catalogue.claims(), profile, OptionalInt.empty(), 1, out, true),
            Optional.empty(),
            Observer.NONE)
        .get(0);
  }
}
