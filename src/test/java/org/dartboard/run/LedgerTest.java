package org.dartboard.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dartboard.space.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  private static final Configuration CONFIGURATION =
      Configuration.of("random-search", Map.of("budgetSeconds", "12000", "data", "abc"));

  @TempDir Path folder;

  @Test
  void trialsComeBackAsTheyWereRecorded() throws IOException {
    Provenance provenance = provenance("1");
    Trial found = trial(0, "123401", provenance);
    Trial failed = new Trial(1, null, 3, 20.5, 0.25, provenance.id());
    Ledger.open(folder).record(CONFIGURATION, provenance, List.of(failed, found));

    Ledger read = Ledger.open(folder);
    assertEquals(Map.of(0L, found, 1L, failed), read.trials(CONFIGURATION));
    assertEquals(provenance, read.provenance(provenance.id()).orElseThrow());
    assertEquals(
        Map.of(CONFIGURATION.digest(), "random-search; budgetSeconds=12000; data=abc"),
        read.configurations());
  }

  @Test
  void theSameResultAgainChangesNoFile() throws IOException {
    Provenance first = provenance("1");
    Ledger.open(folder).record(CONFIGURATION, first, List.of(trial(0, "123401", first)));
    String before = content();

    Provenance second = provenance("2");
    Trial again = new Trial(0, Cell.ofCode("123401"), 107, 11_900.1234, 99.0, second.id());
    Ledger.Recorded recorded = Ledger.open(folder).record(CONFIGURATION, second, List.of(again));

    assertEquals(before, content());
    assertEquals(List.of(), recorded.contradictions());
    assertEquals(first.id(), recorded.trials().get(0L).provenance());
  }

  @Test
  void anotherResultReplacesTheLineAndIsReported() throws IOException {
    Provenance provenance = provenance("1");
    Ledger ledger = Ledger.open(folder);
    ledger.record(CONFIGURATION, provenance, List.of(trial(4, "123401", provenance)));
    Ledger.Recorded recorded =
        ledger.record(CONFIGURATION, provenance, List.of(trial(4, "000000", provenance)));

    assertEquals(
        "random-search, seed 4: the ledger has cell 123401 after 107 evaluations,"
            + " this run has 000000 after 107",
        recorded.contradictions().get(0).message());
    assertEquals(Cell.ofCode("000000"), Ledger.open(folder).trials(CONFIGURATION).get(4L).cell());
  }

  @Test
  void whatAnotherProcessAddedMeanwhileStays() throws IOException {
    Configuration other = Configuration.of("random-search", Map.of("budgetSeconds", "7"));
    Ledger mine = Ledger.open(folder);
    Ledger theirs = Ledger.open(folder);
    Provenance first = provenance("1");
    Provenance second = provenance("2");
    theirs.record(CONFIGURATION, first, List.of(trial(0, "123401", first)));
    mine.record(CONFIGURATION, second, List.of(trial(1, "000000", second)));
    mine.record(other, second, List.of(trial(0, "111111", second)));

    Ledger read = Ledger.open(folder);
    assertEquals(2, read.trials(CONFIGURATION).size());
    assertEquals(1, read.trials(other).size());
    assertEquals(first, read.provenance(first.id()).orElseThrow());
    assertEquals(second, read.provenance(second.id()).orElseThrow());
    assertEquals(2, read.configurations().size());
  }

  @Test
  void configurationsAreTheSameInAnyOrder() {
    Configuration one = Configuration.of("m", Map.of("a", "1", "b", "2"));
    Configuration two = Configuration.of("m", new LinkedHashMap<>(Map.of("b", "2", "a", "1")));
    assertEquals(one.digest(), two.digest());
  }

  @Test
  void damagedFilesAreRefusedByNameAndLine() throws IOException {
    Provenance provenance = provenance("1");
    Ledger.open(folder).record(CONFIGURATION, provenance, List.of(trial(0, "123401", provenance)));
    Path trials = folder.resolve("trials/" + CONFIGURATION.digest() + ".csv");
    String good = Files.readString(trials);

    assertRefused(trials, good.replace("123401", "123471"), "line 2, column cell");
    assertRefused(trials, good.replace("107,", ""), "expected 6 values, found 5");
    assertRefused(trials, good.replace("seed,", "sed,"), "line 1: expected the columns");
    assertRefused(trials, good + good.substring(good.indexOf('\n') + 1), "line 3, column seed");
    assertRefused(trials, good.replace("11900.123", "NaN"), "a finite number");
    assertRefused(trials, good + "\"open", "is not a CSV file");
    assertRefused(trials, "", "is empty");
  }

  @Test
  void anEditedProvenanceIsNoticed() throws IOException {
    Provenance provenance = provenance("1");
    Ledger.open(folder).record(CONFIGURATION, provenance, List.of(trial(0, "123401", provenance)));
    Path file = folder.resolve("provenance.csv");
    Files.writeString(file, Files.readString(file).replace("Linux", "Windows"));
    LedgerFormatException refusal =
        assertThrows(LedgerFormatException.class, () -> Ledger.open(folder));
    assertTrue(refusal.getMessage().contains("the digest of the line's values"));
  }

  private void assertRefused(Path file, String content, String expected) throws IOException {
    Files.writeString(file, content);
    Ledger ledger = Ledger.open(folder);
    LedgerFormatException refusal =
        assertThrows(LedgerFormatException.class, () -> ledger.trials(CONFIGURATION));
    assertTrue(
        refusal.getMessage().contains(expected) && refusal.getMessage().contains(file.toString()),
        refusal::getMessage);
  }

  private String content() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String file :
        List.of(
            "configurations.csv", "provenance.csv", "trials/" + CONFIGURATION.digest() + ".csv")) {
      all.append(Files.readString(folder.resolve(file)));
    }
    return all.toString();
  }

  private static Trial trial(long seed, String code, Provenance provenance) {
    return new Trial(seed, Cell.ofCode(code), 107, 11_900.123, 0.004, provenance.id());
  }

  private static Provenance provenance(String revision) {
    return new Provenance(
        revision,
        "0.1",
        "d",
        "table",
        "float64",
        2,
        "JVM 17",
        "Linux amd64",
        "CPU, fast",
        "none",
        "2026-01-02");
  }
}
