package org.dartboard.search.supernet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.dartboard.io.AtomicFiles;
import org.dartboard.io.Digests;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder of one search: its configuration, log, scores of the fixed random cells, times,
 * checkpoint and result.
 *
 * <p>A folder belongs to one configuration. All files but {@code timing.csv} are the same to the
 * last byte for the same configuration on the same engine and number of threads, however often the
 * search was stopped on the way.
 */
public final class SearchFolder {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final String CONFIGURATION = "configuration.json";
  private static final List<String> TIMING_COLUMNS =
      List.of("epoch", "seconds", "weight_step_ms", "architecture_step_ms", "diagnostics_seconds");

  private final Path folder;
  private final Map<String, String> configuration;
  private final CheckpointFile checkpoint;
  private final EpochLog log;
  private final EpochLog scores;
  private final EpochLog timing;

  private SearchFolder(Path folder, Map<String, String> configuration) {
    this.folder = folder;
    this.configuration = configuration;
    this.checkpoint =
        new CheckpointFile(
            folder.resolve("checkpoint.bin"), Digests.sha256(configuration.toString()));
    this.log = new EpochLog(folder.resolve("log.csv"));
    this.scores = new EpochLog(folder.resolve("scores.csv"));
    this.timing = new EpochLog(folder.resolve("timing.csv"));
  }

  /**
   * Takes a folder for a search; it is made when the search begins.
   *
   * @throws SearchFolderException if it holds a search with another configuration, naming every
   *     difference
   */
  public static SearchFolder open(Path folder, SearchPlan plan) throws IOException {
    Map<String, String> wanted = plan.configuration();
    Path file = folder.resolve(CONFIGURATION);
    if (Files.exists(file)) {
      Map<String, String> found = read(file, new TypeReference<LinkedHashMap<String, String>>() {});
      List<String> differences = differences(found, wanted);
      if (!differences.isEmpty()) {
        throw new SearchFolderException(
            folder
                + " holds a search with another configuration: "
                + String.join("; ", differences)
                + ". Give another folder, or the same configuration to go on with that search");
      }
    }
    return new SearchFolder(folder, wanted);
  }

  /**
   * The folder of a search that has begun, whatever its configuration.
   *
   * @throws SearchFolderException if it holds none
   */
  public static SearchFolder existing(Path folder) throws IOException {
    if (!holdsSearch(folder)) {
      throw new SearchFolderException(
          folder + " holds no search: there is no " + CONFIGURATION + " in it");
    }
    return new SearchFolder(
        folder,
        read(folder.resolve(CONFIGURATION), new TypeReference<LinkedHashMap<String, String>>() {}));
  }

  /** Whether the folder holds a search, ended or not. */
  public static boolean holdsSearch(Path folder) {
    return Files.exists(folder.resolve(CONFIGURATION));
  }

  private static List<String> differences(Map<String, String> found, Map<String, String> wanted) {
    TreeSet<String> names = new TreeSet<>(found.keySet());
    names.addAll(wanted.keySet());
    List<String> differences = new ArrayList<>();
    for (String name : names) {
      String there = found.getOrDefault(name, "nothing");
      String here = wanted.getOrDefault(name, "nothing");
      if (!there.equals(here)) {
        differences.add("%s is %s there, %s here".formatted(name, there, here));
      }
    }
    return differences;
  }

  /** The result, where the search has ended. */
  public Optional<SearchResult> result() throws IOException {
    Path file = folder.resolve("result.json");
    return Files.exists(file)
        ? Optional.of(read(file, new TypeReference<SearchResult>() {}))
        : Optional.empty();
  }

  /** Seconds that the search has taken so far, all its parts together, to the millisecond. */
  public double seconds() throws IOException {
    if (timing.size() == 0 && Files.exists(folder.resolve("timing.csv"))) {
      timing.resume((int) Files.readString(folder.resolve("timing.csv")).lines().count());
    }
    double seconds = 0;
    for (int line = 1; line < timing.size(); line++) {
      seconds += Double.parseDouble(timing.line(line).get(1));
    }
    return Math.round(seconds * 1000) / 1000.0;
  }

  Map<String, String> configuration() {
    return configuration;
  }

  /**
   * Makes the folder the search's, and gives the newest checkpoint if there is one; the logs are
   * cut to what had been written by then.
   *
   * @throws SearchFolderException if a file is not what it should be
   */
  Optional<SavedState> resume(String epochsName, String scoredName) throws IOException {
    AtomicFiles.write(folder.resolve(CONFIGURATION), JSON.writeValueAsString(configuration) + "\n");
    if (!checkpoint.exists()) {
      return Optional.empty();
    }
    SavedState state = checkpoint.read();
    int lines = 1 + (int) state.get(epochsName)[0];
    log.resume(lines);
    timing.resume(lines);
    if (!state.has(scoredName)) {
      throw new SearchFolderException(
          folder
              + " was begun by an older version of the program, which logs less; go on with that"
              + " version, or give another folder to begin again");
    }
    int scored = (int) state.get(scoredName)[0];
    scores.resume(scored == 0 ? 0 : 1 + scored);
    return Optional.of(state);
  }

  void epochEnds(EpochSummary summary, List<String> times, SavedState state) throws IOException {
    log.append(summary.columns(), summary.values());
    if (!summary.diagnosis().cellScores().isEmpty()) {
      scores.append(summary.scoreColumns(), summary.scoreValues());
    }
    timing.append(TIMING_COLUMNS, times);
    checkpoint.write(state);
  }

  void searchEnds(SearchResult result, List<String> times) throws IOException {
    timing.append(TIMING_COLUMNS, times);
    AtomicFiles.write(folder.resolve("result.json"), JSON.writeValueAsString(result) + "\n");
  }

  private static <T> T read(Path file, TypeReference<T> type) throws IOException {
    try {
      return JSON.readValue(Files.readString(file), type);
    } catch (JacksonException e) {
      throw new SearchFolderException(
          file
              + " is damaged: "
              + e.getOriginalMessage()
              + ". Delete the folder to begin again, or give another");
    }
  }
}
