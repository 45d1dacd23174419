package org.dartboard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dartboard.run.SearchFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that plan searches and keep them. */
class PlanCommandTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void thePlanIsShownSearchBySearch() {
    Invocation show = Invocation.of("plan", "show", "--format", "csv");
    assertEquals(ExitCode.DONE, show.code(), show::err);
    assertTrue(
        show.out().startsWith("method,settings,profile,done,seeds,hours_each,claims\n"), show::out);
    assertTrue(show.out().contains("darts/v1-collapse"), show::out);
    assertTrue(show.err().contains("searches are open"), show::err);
  }

  /** A search that other claims need with more seeds has as many as this one asks for. */
  @Test
  void thePlanOfOneClaimHasItsSearchesAlone() {
    Invocation all = Invocation.of("plan", "show", "--format", "csv");
    assertTrue(all.out().contains("\nsetn,"), all::out);
    Invocation one =
        Invocation.of("plan", "show", "--format", "csv", "--claim", "precision/skip-weight");
    assertEquals(ExitCode.DONE, one.code(), one::err);
    List<String> rows = one.out().lines().skip(1).toList();
    assertEquals(4, rows.size(), one::out);
    assertTrue(rows.stream().allMatch(row -> row.endsWith(",precision/skip-weight")), one::out);
    assertTrue(one.err().lines().noneMatch(line -> line.contains("plan write")), one::err);
  }

  @Test
  void aMistypedClaimIsNamedWithTheNearest() {
    Invocation run = Invocation.of("plan", "run", "--claim", "precison");
    assertEquals(ExitCode.BAD_INPUT, run.code());
    assertTrue(run.err().contains("no claim is called 'precison'"), run::err);
    assertTrue(run.err().contains("precision"), run::err);
  }

  @Test
  void smokeHasNoPlan() {
    Invocation show = Invocation.of("plan", "show", "--profile", "smoke");
    assertEquals(ExitCode.BAD_INPUT, show.code());
    assertTrue(show.err().contains("there is no plan for smoke"), show::err);
  }

  @Test
  void timeAndThreadsMustMakeSense() {
    Invocation hours = Invocation.of("plan", "run", "--hours", "0");
    assertEquals(ExitCode.BAD_INPUT, hours.code());
    assertTrue(hours.err().contains("--hours is 0.0, not more than 0"), hours::err);
    Invocation threads = Invocation.of("plan", "run", "--threads", "77");
    assertEquals(ExitCode.BAD_INPUT, threads.code());
    assertTrue(threads.err().contains("--threads is 77, not 1 to "), threads::err);
  }

  @Test
  void aMistypedMethodIsNamedWithThoseThatThereAre() {
    Invocation run = Invocation.of("plan", "run", "--only", "dart-v1");
    assertEquals(ExitCode.BAD_INPUT, run.code());
    assertTrue(run.err().contains("'dart-v1'; known: darts-v1, darts-v2"), run::err);
  }

  @Test
  void finishedFoldersGoIntoTheLedgerTogetherOrNotAtAll() throws IOException {
    Path first = search("first", 0);
    Path second = search("second", 1);
    Path empty = Files.createDirectories(folder.resolve("empty"));
    String ledger = folder.resolve("ledger").toString();

    Invocation refused =
        Invocation.of("ledger", "add", "--ledger", ledger, first.toString(), empty.toString());
    assertEquals(ExitCode.BAD_INPUT, refused.code());
    assertTrue(refused.err().contains(empty + " holds no search"), refused::err);
    assertTrue(Files.notExists(folder.resolve("ledger")), "nothing was added");

    Invocation added =
        Invocation.of("ledger", "add", "--ledger", ledger, first.toString(), second.toString());
    assertEquals(ExitCode.DONE, added.code(), added::err);
    assertTrue(added.out().startsWith("2 of 2 searches are new in"), added::out);
    Invocation again = Invocation.of("ledger", "add", "--ledger", ledger, first.toString());
    assertTrue(again.out().startsWith("0 of 1 searches are new in"), again::out);
  }

  private Path search(String name, long seed) throws IOException {
    return SearchFolders.write(
        folder.resolve(name), SearchFolders.configuration("darts-v1", seed), 3, "123401", Map.of());
  }
}
