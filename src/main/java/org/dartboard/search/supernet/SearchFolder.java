package org.dartboard.search.supernet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dartboard.checkpoint.EpochLog;
import org.dartboard.checkpoint.RunFolder;
import org.dartboard.checkpoint.RunFolderException;
import org.dartboard.checkpoint.SavedState;
import org.dartboard.data.ImageSource;
import org.dartboard.engine.EngineDescription;
import tools.jackson.core.type.TypeReference;

/**
 * The folder of one search: its configuration, log, scores of the fixed random cells, times,
 * checkpoint and result.
 *
 * <p>A folder belongs to one configuration. All files but {@code timing.csv} and {@code
 * engines.csv} are the same to the last byte for the same configuration on the same engine and
 * number of threads, however often the search was stopped on the way.
 */
public final class SearchFolder {
  /** Times by epoch, in a search folder. */
  public static final String TIMING = "timing.csv";

  private static final List<String> TIMING_COLUMNS =
      List.of("epoch", "seconds", "weight_step_ms", "architecture_step_ms", "diagnostics_seconds");

  /** What computed the search, in a search folder: a line wherever that changed. */
  private static final String ENGINES = "engines.csv";

  private static final List<String> ENGINE_COLUMNS =
      List.of("step", "threads", "library", "instruction_set");

  private final RunFolder folder;
  private final EpochLog engines;
  private final EpochLog log;
  private final EpochLog scores;
  private final EpochLog timing;

  private SearchFolder(RunFolder folder) {
    this.folder = folder;
    this.engines = folder.log(ENGINES);
    this.log = folder.log("log.csv");
    this.scores = folder.log("scores.csv");
    this.timing = folder.log(TIMING);
  }

  /**
   * Takes a folder for a search; it is made when the search begins.
   *
   * @throws org.dartboard.checkpoint.RunFolderException if it holds a search with another
   *     configuration, naming every difference
   */
  public static SearchFolder open(Path folder, SearchPlan plan) throws IOException {
    return new SearchFolder(RunFolder.open(folder, "search", plan.configuration()));
  }

  /**
   * The folder of a search that has begun, whatever its configuration.
   *
   * @throws org.dartboard.checkpoint.RunFolderException if it holds none
   */
  public static SearchFolder existing(Path folder) throws IOException {
    return new SearchFolder(RunFolder.existing(folder, "search"));
  }

  /** Whether the folder holds a search, ended or not. */
  public static boolean holdsSearch(Path folder) {
    return RunFolder.holdsRun(folder);
  }

  /** Where the images of the search come from. */
  public ImageSource images() {
    return SearchTrial.images(folder.configuration());
  }

  /** The result, where the search has ended. */
  public Optional<SearchResult> result() throws IOException {
    return folder.result(new TypeReference<SearchResult>() {});
  }

  /**
   * Seconds that the search has taken so far, all its parts together, to the millisecond.
   *
   * @throws org.dartboard.checkpoint.RunFolderException if the file of the times is damaged
   */
  public double seconds() throws IOException {
    return timing.seconds(TIMING_COLUMNS.indexOf("seconds"));
  }

  Map<String, String> configuration() {
    return folder.configuration();
  }

  /**
   * What has computed the search, part by part, such as {@code 1 thread, oneDNN 3.11, AVX-512};
   * nothing of parts that an older version of the program made.
   *
   * @throws org.dartboard.checkpoint.RunFolderException if the file is damaged
   */
  public List<String> engines() throws IOException {
    engines.resume();
    List<String> parts = new ArrayList<>();
    for (int line = 1; line < engines.size(); line++) {
      parts.add(part(engines.line(line)));
    }
    return parts;
  }

  private String part(List<String> values) {
    if (values.size() != ENGINE_COLUMNS.size()) {
      throw new RunFolderException(
          "%s: expected %s, found %s. Delete the file; it changes no result"
              .formatted(
                  folder.folder().resolve(ENGINES),
                  String.join(",", ENGINE_COLUMNS),
                  String.join(",", values)));
    }
    int threads = ENGINE_COLUMNS.indexOf("threads");
    return values.get(threads)
        + (values.get(threads).equals("1") ? " thread, " : " threads, ")
        + String.join(", ", values.subList(threads + 1, values.size()));
  }

  /**
   * Writes down what computes the search from now on, where that is not what did before.
   *
   * @param step how many steps were taken before
   * @return what computed it before, as {@link #engines} says it; empty where that was the same or
   *     is not known
   */
  Optional<String> computedBy(EngineDescription engine, long step) throws IOException {
    engines.resume();
    List<String> now =
        List.of(
            Long.toString(step),
            Integer.toString(engine.threads()),
            engine.library(),
            engine.instructionSet());
    List<String> before = engines.size() > 1 ? engines.line(engines.size() - 1) : List.of();
    if (!before.isEmpty() && part(before).equals(part(now))) {
      return Optional.empty();
    }
    engines.append(ENGINE_COLUMNS, now);
    return before.isEmpty() ? Optional.empty() : Optional.of(part(before));
  }

  /**
   * Makes the folder the search's, and gives the newest checkpoint if there is one; the logs are
   * cut to what had been written by then.
   *
   * @throws org.dartboard.checkpoint.RunFolderException if a file is not what it should be
   */
  Optional<SavedState> resume(String epochsName, String scoredName) throws IOException {
    folder.begin();
    Optional<SavedState> state = folder.checkpoint();
    if (state.isPresent()) {
      int lines = 1 + (int) state.get().get(epochsName)[0];
      log.resume(lines);
      timing.resume(lines);
      if (!state.get().has(scoredName)) {
        throw new RunFolderException(
            folder.folder()
                + " was begun by an older version of the program, which logs less; go on with that"
                + " version, or give another folder to begin again");
      }
      int scored = (int) state.get().get(scoredName)[0];
      scores.resume(scored == 0 ? 0 : 1 + scored);
    }
    return state;
  }

  void epochEnds(EpochSummary summary, List<String> times, SavedState state) throws IOException {
    log.append(summary.columns(), summary.values());
    if (!summary.diagnosis().cellScores().isEmpty()) {
      scores.append(summary.scoreColumns(), summary.scoreValues());
    }
    timing.append(TIMING_COLUMNS, times);
    folder.write(state);
  }

  void searchEnds(SearchResult result, List<String> times) throws IOException {
    timing.append(TIMING_COLUMNS, times);
    folder.writeResult(result);
  }
}
