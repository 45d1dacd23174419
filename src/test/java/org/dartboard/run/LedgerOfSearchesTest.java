package org.dartboard.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dartboard.checkpoint.RunFolderException;
import org.dartboard.engine.onednn.OneDnnSupernet;
import org.dartboard.search.supernet.SearchFolder;
import org.dartboard.search.supernet.SearchListener;
import org.dartboard.search.supernet.SearchPlan;
import org.dartboard.search.supernet.SearchResult;
import org.dartboard.search.supernet.SearchTrial;
import org.dartboard.search.supernet.SupernetMethod;
import org.dartboard.search.supernet.SupernetProfile;
import org.dartboard.search.supernet.SupernetSearch;
import org.dartboard.search.supernet.TinySearches;
import org.dartboard.search.supernet.method.SupernetMethods;
import org.dartboard.space.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerOfSearchesTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void aSearchComesBackWithWhatItRanWithAndItsLog() throws IOException {
    FinishedSearch search = search("one", 3, "123401");
    assertEquals(1, ledger().add(List.of(search)));

    Configuration configuration =
        Configuration.of(
            "darts-v1",
            Map.of(
                "profile", "desk",
                "scope", "search darts-v1",
                "engine", "onednn",
                "precision", "fp32",
                "epochs", "50.0"));
    Trial trial = ledger().trials(configuration).get(3L);
    assertEquals(Cell.ofCode("123401"), trial.cell());
    assertEquals(4 * 390, trial.evaluations());
    assertEquals(4 * 2.5, trial.wallSeconds());
    Provenance provenance = ledger().provenance(trial.provenance()).orElseThrow();
    assertEquals("onednn", provenance.engine());
    assertEquals("fp32", provenance.precision());
    assertEquals(2, provenance.threads());
    assertEquals("oneDNN 3.11 AVX-512", provenance.libraries());

    EpochTable log = ledger().epochs(configuration, 3).orElseThrow();
    assertEquals(List.of(1, 2, 3, 4), log.epochs());
    assertArrayEquals(new double[] {2, 1, 0.666667, 0.5}, log.numbers("training_loss"));
    assertArrayEquals(SearchFolders.alpha(4), log.alpha().get(3));
    assertArrayEquals(
        SearchColumns.softmax(SearchFolders.alpha(4)), log.operationWeights().get(3), 1e-12);
    assertEquals(OptionalDouble.of(77.25), log.last("held_out_accuracy"));
    assertEquals(4, log.numbers("held_out_accuracy")[3]);
  }

  /** Else a folder of a search that was done wrong would count for the method that was mended. */
  @Test
  void searchesByAnotherVersionOfAMethodAreOthers() {
    SupernetMethod method = SupernetMethods.named("darts-v1");
    assertFalse(configuration(method, 1).containsKey("version"));
    assertEquals("2", configuration(method, 2).get("version"));
    assertNotEquals(
        FinishedSearch.configuration(configuration(method, 1)).digest(),
        FinishedSearch.configuration(configuration(method, 2)).digest());
  }

  private static Map<String, String> configuration(SupernetMethod method, int version) {
    return new SupernetMethod(
            method.description(),
            method.reconstruction(),
            method.settings(),
            method.hyperParameters(),
            method.trialValues(),
            version,
            method.finiteDifferences(),
            method.builder())
        .plan(
            new SearchTrial(SupernetProfile.DESK, 0, "search darts-v1", "onednn", "fp32"), Map.of())
        .configuration();
  }

  @Test
  void timesThatAreNoNumbersAreNamed() throws IOException {
    for (String damaged : List.of("2,soon,1.000,1.000", "2")) {
      Path place = write("times", 0, "000000");
      Path timing = place.resolve("timing.csv");
      Files.writeString(timing, Files.readString(timing).replace("2,2.500,1.000,1.000", damaged));
      RunFolderException refusal =
          assertThrows(RunFolderException.class, () -> FinishedSearch.read(place));
      String message = String.valueOf(refusal.getMessage());
      assertTrue(message.contains("timing.csv, line 3"), message);
    }
  }

  @Test
  void whatFollowsFromOtherColumnsIsLeftOut() throws IOException {
    EpochTable log = search("one", 0, "000000").epochs();
    for (String derived : List.of("learning_rate", "skips", "p_0-1_none", "q_0-1")) {
      assertFalse(log.has(derived), derived);
    }
    assertFalse(log.has("validation_loss"), "a column without a value");
    assertTrue(log.has("alpha_2-3_avg_pool_3x3"));
  }

  @Test
  void operationWeightsThatAreNoSoftmaxStay() throws IOException {
    Path place = write("one", 0, "000000");
    String log = Files.readString(place.resolve("log.csv"));
    int line = log.indexOf("\n1,") + 1;
    String first = log.substring(line, log.indexOf('\n', line));
    String[] values = first.split(",", -1);
    values[7 + 30] = "0.9";
    Files.writeString(place.resolve("log.csv"), log.replace(first, String.join(",", values)));
    EpochTable kept = FinishedSearch.read(place).epochs();
    assertEquals(0.9, kept.operationWeights().get(0)[0]);
  }

  @Test
  void theSameSearchAgainChangesNothingWhateverItsTime() throws IOException {
    ledger().add(List.of(search("one", 0, "123401")));
    Map<String, String> before = content();
    Path again = write("two", 0, "123401");
    Files.writeString(
        again.resolve("timing.csv"),
        Files.readString(again.resolve("timing.csv")).replace("2.500", "9.500"));
    FinishedSearch repetition = FinishedSearch.read(again);
    assertEquals(38, repetition.trial().wallSeconds());
    assertEquals(0, ledger().add(List.of(repetition, repetition)));
    assertEquals(before, content());
  }

  @Test
  void anotherResultIsAnErrorThatNamesBothAndAddsNothing() throws IOException {
    ledger().add(List.of(search("one", 0, "123401")));
    Map<String, String> before = content();
    FinishedSearch other = search("two", 0, "111111");
    FinishedSearch fresh = search("three", 1, "123401");
    String message =
        assertThrows(LedgerConflictException.class, () -> ledger().add(List.of(fresh, other)))
            .getMessage();
    assertTrue(
        message.contains("darts-v1, seed 0") && message.contains("the ledger has cell 123401"),
        message);
    assertTrue(message.contains(folder.resolve("two") + " has 111111"), message);
    assertEquals(before, content());
  }

  /** A folder where the file of the second search's log belongs. */
  @Test
  void whereWritingFailsTheErrorSaysWhatWasAdded() throws IOException {
    FinishedSearch first = search("one", 0, "123401");
    FinishedSearch second = search("two", 1, "111111");
    FinishedSearch third = search("three", 2, "222222");
    Path logs = folder.resolve("ledger/epochs/" + first.configuration().digest());
    Files.createDirectories(logs.resolve("1.csv/occupied"));
    List<FinishedSearch> searches = List.of(first, second, third);
    String message =
        String.valueOf(assertThrows(IOException.class, () -> ledger().add(searches)).getMessage());
    assertTrue(
        message.startsWith("the search in " + second.folder() + " could not be written"), message);
    assertTrue(message.contains("Added before it: " + first.folder() + ". "), message);
    assertEquals(Set.of(0L), ledger().trials(first.configuration()).keySet());

    Files.delete(logs.resolve("1.csv/occupied"));
    Files.delete(logs.resolve("1.csv"));
    assertEquals(2, ledger().add(searches));
    assertEquals(Set.of(0L, 1L, 2L), ledger().trials(first.configuration()).keySet());
  }

  @Test
  void whereTheFirstCannotBeWrittenNothingWasAdded() throws IOException {
    FinishedSearch first = search("one", 0, "123401");
    Path logs = folder.resolve("ledger/epochs/" + first.configuration().digest());
    Files.createDirectories(logs.resolve("0.csv/occupied"));
    String message =
        String.valueOf(
            assertThrows(IOException.class, () -> ledger().add(List.of(first))).getMessage());
    assertTrue(message.contains("Nothing was added"), message);
    assertTrue(ledger().trials(first.configuration()).isEmpty());
  }

  @Test
  void anotherLogIsAnErrorThatNamesTheEpochAndTheColumn() throws IOException {
    ledger().add(List.of(search("one", 0, "123401")));
    Path other = write("two", 0, "123401");
    Files.writeString(
        other.resolve("log.csv"),
        Files.readString(other.resolve("log.csv")).replace(",1.0,,", ",1.5,,"));
    String message =
        assertThrows(
                LedgerConflictException.class,
                () -> ledger().add(List.of(FinishedSearch.read(other))))
            .getMessage();
    assertTrue(
        message.contains("in epoch 2 the column training_loss is '1' in the ledger, '1.5' in"),
        message);
  }

  @Test
  void aSearchThatHasNotEndedIsRefused() throws IOException {
    Path place = write("one", 0, "123401");
    Files.delete(place.resolve("result.json"));
    assertEquals(
        place + " holds a search that has not ended; go on with it first",
        assertThrows(RunFolderException.class, () -> FinishedSearch.read(place)).getMessage());
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThrows(RunFolderException.class, () -> FinishedSearch.read(empty));
  }

  @Test
  void aLogThatIsCutOffIsRefused() throws IOException {
    Path place = write("one", 0, "123401");
    String log = Files.readString(place.resolve("log.csv"));
    Files.writeString(place.resolve("log.csv"), log.substring(0, log.indexOf("\n3,")));
    String message =
        assertThrows(RunFolderException.class, () -> FinishedSearch.read(place)).getMessage();
    assertTrue(message.contains("expected 4 lines"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"log.csv", "timing.csv"})
  void aFileThatIsNoCsvIsRefusedByName(String name) throws IOException {
    Path place = write("one", 0, "123401");
    Path file = place.resolve(name);
    Files.writeString(file, Files.readString(file).replaceFirst("\n2,", "\n\"2\"x,"));
    String message =
        assertThrows(RunFolderException.class, () -> FinishedSearch.read(place)).getMessage();
    assertTrue(message.startsWith(file + " is damaged, expected CSV: "), message);
    assertTrue(message.contains("line: 3"), message);
  }

  @Test
  void aSearchThatDivergedIsAFailedTrial() throws IOException {
    SearchPlan plan =
        TinySearches.plan(
            SupernetMethods.named("darts-v1"),
            5,
            Map.of("learningRate", 100, "weightDecay", 10, "epochs", 20));
    SupernetSearch.run(
        plan,
        TinySearches.data(),
        OneDnnSupernet::new,
        SearchFolder.open(folder.resolve("diverged"), plan),
        SearchListener.NONE);
    FinishedSearch search = FinishedSearch.read(folder.resolve("diverged"));
    assertEquals(1, ledger().add(List.of(search)));
    assertEquals(0, ledger().add(List.of(search)));
    assertNull(ledger().trials(search.configuration()).get(5L).cell());
    assertTrue(ledger().epochs(search.configuration(), 5).isPresent());
  }

  @Test
  void aSearchSignsWithTheProgramThatRanIt() throws IOException {
    Path place = write("one", 0, "123401");
    assertEquals("unknown", FinishedSearch.read(place).provenance().revision());
    SearchResult result =
        new SearchResult(
            SearchFolders.configuration("darts-v1", 0),
            2,
            "oneDNN 3.11",
            "AVX-512",
            4,
            1560,
            "123401",
            Map.of(),
            null);
    FinishedSearch.sign(place, result);
    assertEquals(Machine.revision(), FinishedSearch.read(place).provenance().revision());
  }

  @Test
  void aSearchInPartsNamesThemInItsProvenance() throws IOException {
    Path place = write("parts", 0, "123401");
    String plain = FinishedSearch.read(place).provenance().libraries();
    Files.writeString(
        place.resolve("engines.csv"),
        "step,threads,library,instruction_set\n0,1,oneDNN 3.11,AVX-512\n390,2,oneDNN 3.11,AVX2\n");
    assertEquals(
        plain + " (in parts: 1 thread, oneDNN 3.11, AVX-512; 2 threads, oneDNN 3.11, AVX2)",
        FinishedSearch.read(place).provenance().libraries());
  }

  @Test
  void aLongLogKeepsTheFirstTheLastAndEveryThirdEpochBetween() throws IOException {
    Path place =
        SearchFolders.write(
            folder.resolve("long"),
            SearchFolders.configuration("gdas", 0),
            250,
            "123401",
            Map.of());
    List<Integer> epochs = FinishedSearch.read(place).epochs().epochs();
    assertEquals(List.of(1, 4, 7), epochs.subList(0, 3));
    assertEquals(250, epochs.get(epochs.size() - 1));
    assertEquals(84, epochs.size());
  }

  /** Scores are joined to the log by their epoch. */
  @Test
  void aLongLogKeepsTheEpochsThatWereScored() throws IOException {
    Path place =
        SearchFolders.write(
            folder.resolve("scored"),
            SearchFolders.configuration("gdas", 0),
            250,
            "123401",
            Map.of());
    StringBuilder scores = new StringBuilder("epoch,stage,111111\n");
    for (int epoch = 5; epoch <= 250; epoch += 5) {
      scores.append(epoch).append(",1,12.5\n");
    }
    Files.writeString(place.resolve("scores.csv"), scores);
    FinishedSearch search = FinishedSearch.read(place);
    assertEquals(List.of(50, 100, 150, 200, 250), search.scores().epochs());
    assertTrue(search.epochs().epochs().containsAll(search.scores().epochs()));
    assertEquals(87, search.epochs().epochs().size());
  }

  @Test
  void numbersKeepSixDigitsInTheirShortestForm() {
    assertEquals("-0.0041009", CondensedLog.rounded("-0.004100897515146037"));
    assertEquals("0.123457", CondensedLog.rounded("0.12345650001"));
    assertEquals("1E-9", CondensedLog.rounded("1.0E-9"));
    assertEquals("123457000", CondensedLog.rounded("123456789"));
    assertEquals("Infinity", CondensedLog.rounded("Infinity"));
    assertEquals("", CondensedLog.rounded(""));
  }

  @Test
  void aDamagedLogIsRefusedByLineAndColumn() throws IOException {
    FinishedSearch search = search("one", 0, "123401");
    ledger().add(List.of(search));
    Path file = folder.resolve("ledger/epochs/" + search.configuration().digest() + "/0.csv");
    Files.writeString(file, Files.readString(file).replace("\n2,1,1,", "\n2,1,one,"));
    String message =
        assertThrows(LedgerFormatException.class, () -> ledger().epochs(search.configuration(), 0))
            .getMessage();
    assertTrue(message.contains("line 3, column training_loss"), message);
  }

  private FinishedSearch search(String name, long seed, String found) throws IOException {
    return FinishedSearch.read(write(name, seed, found));
  }

  private Path write(String name, long seed, String found) throws IOException {
    return SearchFolders.write(
        folder.resolve(name),
        SearchFolders.configuration("darts-v1", seed),
        4,
        found,
        Map.of("held_out_accuracy", 77.25));
  }

  private Ledger ledger() throws IOException {
    return Ledger.open(folder.resolve("ledger"));
  }

  private Map<String, String> content() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("ledger"))) {
      Map<String, String> content = new TreeMap<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        content.put(file.toString(), Files.readString(file));
      }
      return content;
    }
  }
}
