package org.dartboard.search.supernet;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dartboard.checkpoint.RunFolder;
import org.dartboard.checkpoint.RunFolderException;
import org.dartboard.checkpoint.SavedState;
import org.dartboard.engine.onednn.OneDnnSupernet;
import org.dartboard.search.supernet.method.SupernetMethods;
import org.dartboard.space.Cell;
import org.dartboard.testing.Thrown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SupernetSearchTest {
  private static final List<String> SAME_BYTES =
      List.of("configuration.json", "log.csv", "scores.csv", "checkpoint.bin", "result.json");

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  static List<String> methods() {
    return SupernetMethods.all().stream().map(SupernetMethod::name).toList();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void aSearchThatWasStoppedAnywhereEndsWithTheSameBits(String method) throws IOException {
    resumesWithTheSameBits(TinySearches.plan(SupernetMethods.named(method), 3, Map.of()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void soDoesOneWithAnotherSplitOfTheImages(int split) throws IOException {
    SupernetMethod method = SupernetMethods.named("darts-v1");
    resumesWithTheSameBits(TinySearches.plan(method, 3, Map.of("dataSplit", split)));
    run(plan(3), folder.resolve("halves"), SearchListener.NONE);
    assertNotEquals(
        Files.readString(folder.resolve("halves").resolve("log.csv")),
        Files.readString(folder.resolve("whole").resolve("log.csv")));
  }

  private void resumesWithTheSameBits(SearchPlan plan) throws IOException {
    SearchResult whole = run(plan, folder.resolve("whole"), SearchListener.NONE);
    Path pieces = folder.resolve("pieces");
    // In each stage between two epochs, within its last one, and before what comes then.
    int stage = plan.settings().epochs();
    for (int end = stage; end <= plan.epochs(); end += stage) {
      int last = end;
      assertThrows(Stopped.class, () -> run(plan, pieces, new StopAfterEpoch(last - 2)));
      assertThrows(Stopped.class, () -> run(plan, pieces, new StopAfterSteps(4)));
      assertThrows(Stopped.class, () -> run(plan, pieces, new StopAfterEpoch(last)));
      assertFalse(Files.exists(pieces.resolve("result.json")));
    }
    SearchResult resumed = run(plan, pieces, SearchListener.NONE);

    assertEquals(whole, resumed);
    assertTrue(Files.exists(folder.resolve("whole").resolve("scores.csv")));
    assertSameFiles(pieces);
  }

  /** Resumed after its last epoch, it must know that it had stopped, and with which cell. */
  @Test
  void aSearchThatStopsEarlyAndWasStoppedBeforeItsResultEndsWithTheSameBits() throws IOException {
    SearchPlan plan =
        TinySearches.plan(
            SupernetMethods.named("r-darts"),
            2,
            Map.of(
                "epochs",
                12,
                "secondOrder",
                0,
                "earliestEpoch",
                0,
                "lookBack",
                1,
                "stopFactor",
                1,
                "architectureLearningRate",
                0.1));
    SearchResult whole = run(plan, folder.resolve("whole"), SearchListener.NONE);
    assertTrue(whole.epochs() < plan.epochs(), () -> "it took all " + whole.epochs() + " epochs");
    Path pieces = folder.resolve("pieces");
    assertThrows(Stopped.class, () -> run(plan, pieces, new StopAfterEpoch(whole.epochs() - 1)));
    assertThrows(Stopped.class, () -> run(plan, pieces, new StopAfterEpoch(whole.epochs())));
    assertEquals(whole, run(plan, pieces, SearchListener.NONE));
    assertSameFiles(pieces);
    // The cell of four epochs and twice the look-back before the last, which alpha has left since.
    List<CSVRecord> log = log(pieces);
    assertEquals(whole.code(), log.get(whole.epochs() - 7).get("cell"));
    assertNotEquals(whole.code(), log.get(whole.epochs() - 2).get("cell"));
  }

  private void assertSameFiles(Path pieces) throws IOException {
    for (String name : SAME_BYTES) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("whole").resolve(name)),
          Files.readAllBytes(pieces.resolve(name)),
          name);
    }
  }

  /** Every diagnostic after every epoch, or none: what the search learns stays the same. */
  @ParameterizedTest
  @MethodSource("methods")
  void diagnosticsDoNotChangeTheSearch(String method) throws IOException {
    SupernetMethod known = SupernetMethods.named(method);
    SearchPlan with = TinySearches.plan(known, 3, intervals(1));
    SearchPlan without = TinySearches.plan(known, 3, intervals(0));
    SearchResult measured = run(with, folder.resolve("with"), SearchListener.NONE);
    SearchResult plain = run(without, folder.resolve("without"), SearchListener.NONE);

    assertEquals(plain.code(), measured.code());
    assertEquals(plain.measurements(), measured.measurements());
    SavedState expected = checkpoint(folder.resolve("without"), without);
    SavedState found = checkpoint(folder.resolve("with"), with);
    expected.put("epochs with scores", found.get("epochs with scores"));
    assertEquals(expected.numbers().keySet(), found.numbers().keySet());
    expected.numbers().forEach((name, x) -> assertArrayEquals(x, found.get(name), name));
    assertEquals(expected.vectors().keySet(), found.vectors().keySet());
    expected.vectors().forEach((name, x) -> assertArrayEquals(x, found.vectors().get(name), name));
    for (int epoch = 0; epoch < 2; epoch++) {
      CSVRecord line = log(folder.resolve("without")).get(epoch);
      for (String column : log(folder.resolve("with")).get(epoch).toMap().keySet()) {
        if (!line.get(column).isEmpty()) {
          assertEquals(line.get(column), log(folder.resolve("with")).get(epoch).get(column));
        }
      }
    }
    assertFalse(Files.exists(folder.resolve("without").resolve("scores.csv")));
    // P-DARTS has pruned operations after its first stage, so that the cells cannot be scored.
    assertEquals(3, Files.readAllLines(folder.resolve("with").resolve("scores.csv")).size());
  }

  private static Map<String, Integer> intervals(int epochs) {
    return Map.of(
        "epochs",
        2,
        "alignmentInterval",
        epochs,
        "gapInterval",
        epochs,
        "hessianInterval",
        epochs,
        "cellScoresInterval",
        epochs);
  }

  private static SavedState checkpoint(Path folder, SearchPlan plan) throws IOException {
    return RunFolder.open(folder, "search", plan.configuration()).checkpoint().orElseThrow();
  }

  @Test
  void anotherSeedGivesOtherNumbers() throws IOException {
    run(plan(3), folder.resolve("3"), SearchListener.NONE);
    run(plan(4), folder.resolve("4"), SearchListener.NONE);

    assertNotEquals(
        Files.readString(folder.resolve("3").resolve("log.csv")),
        Files.readString(folder.resolve("4").resolve("log.csv")));
  }

  @Test
  void theLogHasALineAnEpochAndTheWeightsLearn() throws IOException {
    SearchPlan plan = TinySearches.plan(SupernetMethods.named("darts-v1"), 1, Map.of("epochs", 15));
    SearchResult result = run(plan, folder, SearchListener.NONE);

    List<CSVRecord> lines = log(folder);
    assertEquals(15, lines.size());
    assertEquals(15 * 3, result.steps());
    double first = Double.parseDouble(lines.get(0).get("training_loss"));
    double last = Double.parseDouble(lines.get(14).get("training_loss"));
    assertTrue(last < 0.85 * first, () -> "the loss went from " + first + " to " + last);
    assertEquals("0.025", lines.get(0).get("learning_rate"));
    assertEquals(result.code(), lines.get(14).get("cell"));
    double sum = 0;
    for (String operation : List.of("none", "skip_connect", "nor_conv_1x1", "nor_conv_3x3")) {
      sum += Double.parseDouble(lines.get(14).get("p_1-3_" + operation));
    }
    sum += Double.parseDouble(lines.get(14).get("p_1-3_avg_pool_3x3"));
    assertEquals(1, sum, 1e-12);
  }

  @Test
  void aFolderWithAnotherConfigurationIsRefusedByName() throws IOException {
    run(plan(3), folder, SearchListener.NONE);
    SearchPlan other =
        TinySearches.plan(SupernetMethods.named("darts-v1"), 4, Map.of("weightDecay", 0.01));

    String message =
        Thrown.message(RunFolderException.class, () -> SearchFolder.open(folder, other));
    assertTrue(message.contains("seed is 3 there, 4 here"), message);
    assertTrue(message.contains("weightDecay is 5.0E-4 there, 0.01 here"), message);
  }

  @Test
  void anEndedSearchGivesItsResultAgainWithoutRunning() throws IOException {
    SearchResult result = run(plan(3), folder, SearchListener.NONE);
    SearchListener never =
        new SearchListener() {
          @Override
          public void begins(long total, long done) {
            throw new IllegalStateException("it ran");
          }
        };

    assertEquals(result, run(plan(3), folder, never));
    assertTrue(SearchFolder.open(folder, plan(3)).seconds() > 0);
  }

  /** Weight decay of 10 at a rate of 100 makes the weights a thousand times larger a step. */
  @Test
  void aSearchThatDivergesEndsWithoutACellAndSaysWhy() throws IOException {
    SearchPlan plan =
        TinySearches.plan(
            SupernetMethods.named("darts-v1"),
            1,
            Map.of("learningRate", 100, "weightDecay", 10, "epochs", 20));
    SearchResult result = run(plan, folder, SearchListener.NONE);

    assertNull(result.cell());
    String failure = Objects.requireNonNull(result.failure());
    assertTrue(failure.matches("diverged in epoch [1-9][0-9]?: .*"), failure);
    assertEquals(result.epochs() * 3L, result.steps());
    assertEquals(result, run(plan, folder, SearchListener.NONE));
    assertTrue(SearchFolder.open(folder, plan).seconds() >= 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"truncated", "foreign", "newer", "damaged", "empty"})
  void aCheckpointThatIsNotWhatItShouldBeIsRefused(String defect) throws IOException {
    assertThrows(Stopped.class, () -> run(plan(3), folder, new StopAfterEpoch(1)));
    Path file = folder.resolve("checkpoint.bin");
    byte[] content = Files.readAllBytes(file);
    byte[] changed =
        switch (defect) {
          case "truncated" -> Arrays.copyOf(content, content.length - 1);
          case "empty" -> new byte[0];
          case "foreign" -> with(content, 0, (byte) 'X');
          case "newer" -> with(content, 19, (byte) 2);
          default -> with(content, content.length - 1, (byte) (content[content.length - 1] ^ 1));
        };
    Files.write(file, changed);

    String message =
        Thrown.message(RunFolderException.class, () -> run(plan(3), folder, SearchListener.NONE));
    assertTrue(message.contains("checkpoint.bin"), message);
    String expected =
        switch (defect) {
          case "truncated" -> "it is truncated";
          case "newer" -> "format 2, newer than the 1";
          case "damaged" -> "SHA-256";
          default -> "no checkpoint of a search";
        };
    assertTrue(message.contains(expected), message);
  }

  @Test
  void anotherSearchesCheckpointIsRefused() throws IOException {
    Path other = folder.resolve("other");
    assertThrows(Stopped.class, () -> run(plan(3), folder.resolve("one"), new StopAfterEpoch(1)));
    assertThrows(Stopped.class, () -> run(plan(4), other, new StopAfterEpoch(1)));
    Files.delete(other.resolve("checkpoint.bin"));
    Files.copy(folder.resolve("one").resolve("checkpoint.bin"), other.resolve("checkpoint.bin"));

    String message =
        Thrown.message(RunFolderException.class, () -> run(plan(4), other, SearchListener.NONE));
    assertTrue(message.contains("belongs to the search with configuration"), message);
  }

  @Test
  void aLogThatIsShorterThanTheCheckpointSaysIsRefused() throws IOException {
    assertThrows(Stopped.class, () -> run(plan(3), folder, new StopAfterEpoch(2)));
    Path log = folder.resolve("log.csv");
    List<String> lines = Files.readAllLines(log);
    Files.write(log, lines.subList(0, 2));

    String message =
        Thrown.message(RunFolderException.class, () -> run(plan(3), folder, SearchListener.NONE));
    assertTrue(message.contains("has 2 lines"), message);
  }

  private static SearchPlan plan(long seed) {
    return TinySearches.plan(SupernetMethods.named("darts-v1"), seed, Map.of());
  }

  private static SearchResult run(SearchPlan plan, Path folder, SearchListener listener)
      throws IOException {
    return SupernetSearch.run(
        plan, TinySearches.data(), OneDnnSupernet::new, SearchFolder.open(folder, plan), listener);
  }

  private static List<CSVRecord> log(Path folder) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(Files.readString(folder.resolve("log.csv")), format)) {
      return new ArrayList<>(parser.getRecords());
    }
  }

  private static byte[] with(byte[] content, int position, byte value) {
    byte[] changed = content.clone();
    changed[position] = value;
    return changed;
  }

  /** What a process that is killed looks like from inside. */
  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"configuration\": {}}", "null"})
  void aResultThatSaysNothingIsRefused(String text) throws IOException {
    run(plan(3), folder, SearchListener.NONE);
    Files.writeString(folder.resolve("result.json"), text);
    SearchFolder place = SearchFolder.existing(folder);
    assertTrue(
        Thrown.message(RunFolderException.class, place::result).contains("result.json is damaged"));
  }

  /** What computes a search, such as the number of threads, decides its last bits. */
  @Test
  void aSearchThatGoesOnWithOtherThreadsSaysSo() throws IOException {
    List<String> said = new ArrayList<>();
    SearchListener listener =
        new SearchListener() {
          @Override
          public void computedOtherwise(String before) {
            said.add(before);
          }
        };
    assertThrows(Stopped.class, () -> run(plan(3), folder, new StopAfterEpoch(1)));
    SearchFolder place = SearchFolder.existing(folder);
    String usual = place.engines().get(0);
    assertThrows(Stopped.class, () -> run(plan(3), folder, new StopAfterEpoch(2)));
    assertEquals(List.of(usual), place.engines());
    Path engines = folder.resolve("engines.csv");
    String text = Files.readString(engines);
    String[] values = text.split("\n")[1].split(",");
    Files.writeString(engines, text.replace("\n0," + values[1] + ",", "\n0,7,"));
    run(plan(3), folder, listener);
    assertEquals(1, said.size());
    assertTrue(said.get(0).startsWith("7 threads, "), said.get(0));
    assertEquals(List.of(said.get(0), usual), place.engines());
    Files.writeString(engines, "step,threads\n0,7\n");
    assertTrue(Thrown.message(RunFolderException.class, place::engines).contains("engines.csv"));
  }

  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private record StopAfterEpoch(int last) implements SearchListener {
    @Override
    public void epoch(int number, int epochs, double loss, Optional<Cell> cell) {
      if (number == last) {
        throw new Stopped();
      }
    }
  }

  private static final class StopAfterSteps implements SearchListener {
    private int left;

    StopAfterSteps(int steps) {
      left = steps;
    }

    @Override
    public void step() {
      left--;
      if (left == 0) {
        throw new Stopped();
      }
    }
  }
}
