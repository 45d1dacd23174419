package org.dartboard.checkpoint;

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
import org.dartboard.io.NotTextException;
import org.dartboard.io.TextFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder of one computation: its configuration, logs, a checkpoint and, at the end, the result.
 *
 * <p>A folder belongs to one configuration: another is refused, naming each difference.
 */
public final class RunFolder {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final String CONFIGURATION = "configuration.json";
  private static final String RESULT = "result.json";

  private final Path folder;
  private final Map<String, String> configuration;
  private final CheckpointFile checkpoint;

  private RunFolder(Path folder, String kind, Map<String, String> configuration) {
    this.folder = folder;
    this.configuration = configuration;
    this.checkpoint =
        new CheckpointFile(
            folder.resolve("checkpoint.bin"), kind, Digests.sha256(configuration.toString()));
  }

  /**
   * Takes a folder for a computation; nothing is written before {@link #begin}.
   *
   * @param kind what is computed, such as {@code search}, for messages and the checkpoint's mark
   * @param configuration all that the result depends on, in a fixed order
   * @throws RunFolderException if it holds a computation with another configuration, naming every
   *     difference
   */
  public static RunFolder open(Path folder, String kind, Map<String, String> configuration)
      throws IOException {
    Path file = folder.resolve(CONFIGURATION);
    if (Files.exists(file)) {
      Map<String, String> found = read(file, new TypeReference<LinkedHashMap<String, String>>() {});
      List<String> differences = differences(found, configuration);
      if (!differences.isEmpty()) {
        throw new RunFolderException(
            "%s holds a %s with another configuration: %s. Give another folder, or the same"
                    .formatted(folder, kind, String.join("; ", differences))
                + " configuration to go on with that "
                + kind);
      }
    }
    return new RunFolder(folder, kind, configuration);
  }

  /**
   * The folder of a computation that has begun, whatever its configuration.
   *
   * @param kind what is computed, for messages and the checkpoint's mark
   * @throws RunFolderException if it holds none, or its configuration is damaged
   */
  public static RunFolder existing(Path folder, String kind) throws IOException {
    Path file = folder.resolve(CONFIGURATION);
    if (!Files.exists(file)) {
      throw new RunFolderException(
          "%s holds no %s: there is no %s in it. Give the folder that the %s was given as --out"
              .formatted(folder, kind, CONFIGURATION, kind));
    }
    return new RunFolder(
        folder, kind, read(file, new TypeReference<LinkedHashMap<String, String>>() {}));
  }

  /** Whether the folder holds a computation, ended or not. */
  public static boolean holdsRun(Path folder) {
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

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  /** What the folder belongs to. */
  public Map<String, String> configuration() {
    return configuration;
  }

  /** A log of the folder, empty until it is resumed or appended to. */
  public EpochLog log(String name) {
    return new EpochLog(folder.resolve(name));
  }

  /** Makes the folder this computation's. */
  public void begin() throws IOException {
    AtomicFiles.write(folder.resolve(CONFIGURATION), JSON.writeValueAsString(configuration) + "\n");
  }

  /**
   * The newest checkpoint, if there is one.
   *
   * @throws RunFolderException if it is foreign, newer, truncated or damaged
   */
  public Optional<SavedState> checkpoint() throws IOException {
    return checkpoint.exists() ? Optional.of(checkpoint.read()) : Optional.empty();
  }

  /** Writes the checkpoint in place of the one before. */
  public void write(SavedState state) throws IOException {
    checkpoint.write(state);
  }

  /**
   * The result, where the computation has ended.
   *
   * @param type a record
   * @throws RunFolderException if the file is damaged
   */
  public <T> Optional<T> result(TypeReference<T> type) throws IOException {
    Path file = folder.resolve(RESULT);
    return Files.exists(file) ? Optional.of(read(file, type)) : Optional.empty();
  }

  /** Writes the result. */
  public void writeResult(Object result) throws IOException {
    AtomicFiles.write(folder.resolve(RESULT), JSON.writeValueAsString(result) + "\n");
  }

  private static <T> T read(Path file, TypeReference<T> type) throws IOException {
    try {
      T read = JSON.readValue(TextFiles.read(file), type);
      if (read != null && !(read instanceof Map<?, ?> map && map.containsValue(null))) {
        return read;
      }
    } catch (JacksonException e) {
      throw damaged(file, e.getOriginalMessage());
    } catch (NotTextException e) {
      throw damaged(file, "it holds bytes that are not UTF-8");
    }
    throw damaged(file, "expected values, found null");
  }

  private static RunFolderException damaged(Path file, String defect) {
    return new RunFolderException(
        "%s is damaged: %s. Delete the folder to begin again, or give another"
            .formatted(file, defect));
  }
}
