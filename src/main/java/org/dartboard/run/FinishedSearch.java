package org.dartboard.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dartboard.checkpoint.RunFolderException;
import org.dartboard.data.ImageSource;
import org.dartboard.io.AtomicFiles;
import org.dartboard.io.TextFiles;
import org.dartboard.search.supernet.SearchFolder;
import org.dartboard.search.supernet.SearchResult;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A supernet search that has ended, as the ledger takes it; one that diverged, too.
 *
 * @param folder where it lies
 * @param images where the images come from that it saw
 * @param configuration everything that decided it but the seed
 * @param provenance what it ran with
 * @param trial what it found; evaluations are steps on the weights, the clock is 0
 * @param epochs its log
 * @param scores of the fixed random cells by epoch, a column a cell by its op code; no epoch where
 *     none were taken
 */
public record FinishedSearch(
    Path folder,
    ImageSource images,
    Configuration configuration,
    Provenance provenance,
    Trial trial,
    EpochTable epochs,
    EpochTable scores) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** The file that says what a search ran with. */
  public static final String PROVENANCE = "provenance.json";

  /** The largest seed that the ledger takes; the smallest is 0. */
  public static final long LARGEST_SEED = 999_999_999;

  /**
   * Reads a search's folder.
   *
   * <p>A folder without {@code provenance.json} is taken to come from this machine and from sources
   * that are not known.
   *
   * @throws RunFolderException if it holds no search that has ended, or a file is damaged
   */
  public static FinishedSearch read(Path folder) throws IOException {
    SearchFolder place = SearchFolder.existing(folder);
    SearchResult result =
        place
            .result()
            .orElseThrow(
                () ->
                    new RunFolderException(
                        folder + " holds a search that has not ended; go on with it first"));
    Configuration configuration = configuration(result.configuration());
    Provenance provenance = provenance(folder, result);
    Trial trial =
        new Trial(
            seed(folder, result.configuration()),
            result.cell(),
            Math.toIntExact(result.steps()),
            0,
            place.seconds(),
            provenance.id());
    EpochTable scores = scores(folder.resolve("scores.csv"));
    return new FinishedSearch(
        folder,
        result.images(),
        configuration,
        provenance,
        trial,
        log(folder.resolve("log.csv"), result, scores.epochs()),
        scores);
  }

  /** Writes down what the search that ends now in the folder ran with. */
  public static void sign(Path folder, SearchResult result) throws IOException {
    Provenance provenance =
        Machine.supernetSearch(
            result, Machine.revision(), SearchFolder.existing(folder).engines(), today());
    AtomicFiles.write(
        folder.resolve(PROVENANCE), JSON.writeValueAsString(provenance.asMap()) + "\n");
  }

  /** Everything that decides a search but its seed, by which the ledger knows it. */
  public static Configuration configuration(Map<String, String> ofSearch) {
    Map<String, String> settings = new LinkedHashMap<>(ofSearch);
    settings.remove("seed");
    String method = Objects.requireNonNullElse(settings.remove("method"), "unknown");
    return Configuration.of(method, settings);
  }

  /** Whether the ledger takes a search with the seed. */
  public static boolean allowsSeed(long seed) {
    return seed >= 0 && seed <= LARGEST_SEED;
  }

  private static long seed(Path folder, Map<String, String> configuration) {
    String seed = configuration.getOrDefault("seed", "nothing");
    if (!seed.matches("\\d{1,9}")) {
      throw new RunFolderException(
          "the seed of "
              + folder
              + " is "
              + seed
              + ", but the ledger takes whole numbers of 0 to "
              + LARGEST_SEED
              + ". Search with another seed");
    }
    return Long.parseLong(seed);
  }

  private static Provenance provenance(Path folder, SearchResult result) throws IOException {
    Path file = folder.resolve(PROVENANCE);
    if (!Files.exists(file)) {
      LocalDate date =
          LocalDate.ofInstant(
              Files.getLastModifiedTime(folder.resolve("result.json")).toInstant(), ZoneOffset.UTC);
      return Machine.supernetSearch(
          result, Machine.UNKNOWN, SearchFolder.existing(folder).engines(), date.toString());
    }
    try {
      Map<?, ?> values = JSON.readValue(TextFiles.read(file), Map.class);
      return Provenance.ofMap(values);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new RunFolderException(file + " is damaged: " + e.getMessage());
    }
  }

  private static EpochTable log(Path file, SearchResult result, Collection<Integer> scored)
      throws IOException {
    if (!Files.exists(file)) {
      if (result.epochs() == 0 && result.cell() == null) {
        return EpochTable.NOTHING;
      }
      throw new RunFolderException(file + " is missing, though the search has ended");
    }
    List<List<String>> lines = lines(file);
    if (lines.size() != result.epochs() + 1
        || lines.stream().anyMatch(line -> line.size() != lines.get(0).size())) {
      throw new RunFolderException(
          "%s: expected %d lines of equal length under the columns' names, found %d. Is it cut off?"
              .formatted(file, result.epochs(), Math.max(0, lines.size() - 1)));
    }
    return CondensedLog.of(
        lines.get(0), lines.subList(1, lines.size()), result.measurements(), scored);
  }

  private static EpochTable scores(Path file) throws IOException {
    if (!Files.exists(file)) {
      return EpochTable.NOTHING;
    }
    List<List<String>> lines = lines(file);
    if (lines.isEmpty()
        || lines.stream().anyMatch(line -> line.size() != lines.get(0).size())
        || !lines.get(0).get(0).equals(EpochTable.EPOCH)) {
      throw new RunFolderException(file + " does not hold scores by epoch. Is it cut off?");
    }
    return CondensedLog.scores(lines.get(0), lines.subList(1, lines.size()));
  }

  private static List<List<String>> lines(Path file) throws IOException {
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, CSVFormat.DEFAULT)) {
      return parser.stream().map(CSVRecord::toList).toList();
    } catch (UncheckedIOException e) {
      throw new RunFolderException(
          "%s is damaged, expected CSV: %s. Restore the folder from a copy, or search again"
              .formatted(file, e.getMessage()));
    }
  }

  private static String today() {
    return LocalDate.now(ZoneOffset.UTC).toString();
  }
}
