package org.dartboard.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.dartboard.claim.Claim;
import org.dartboard.claim.ClaimCatalogue;
import org.dartboard.claim.Outcome;
import org.dartboard.claim.Profile;
import org.dartboard.claim.Verdict;
import org.dartboard.search.SearchMethod;
import org.dartboard.search.method.SearchMethods;
import org.dartboard.table.EmbeddedFiles;
import org.dartboard.table.EmbeddedTable;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.TablePart;
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
  }

  @Test
  void whatRestsOnThePublishedTableStays() throws IOException, InterruptedException {
    Nb201Table published =
        Nb201Table.load(RealData.assumeTable(), EnumSet.of(TablePart.ACCURACIES, TablePart.COSTS));
    run(published);
    String before = Files.readString(out().resolve("verdicts.csv"));
    assertTrue(!before.contains("stand-in"), before);
    run(embedded());
    assertEquals(before, Files.readString(out().resolve("verdicts.csv")));
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
