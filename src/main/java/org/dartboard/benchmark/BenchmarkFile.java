package org.dartboard.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.dartboard.io.AtomicFiles;
import org.dartboard.io.TextFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The file of a benchmark run: JMH's own results with what is needed to judge them.
 *
 * <p>An object with {@code format}, {@code version}, {@code started}, {@code machine}, {@code
 * rounds} (1 where it is missing) and {@code results}, the last being what JMH writes with {@code
 * -rf json} but for the places of programs and folders on the machine, which say nothing of the
 * result.
 */
public final class BenchmarkFile {
  private static final String FORMAT = "dartboard benchmark run";
  private static final int VERSION = 1;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private BenchmarkFile() {}

  /**
   * Writes a run.
   *
   * @param rounds how often all benchmarks ran in turn, 1 or more
   * @param results what JMH wrote as JSON
   */
  public static void write(
      Path file, Instant started, Fingerprint machine, int rounds, String results)
      throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT);
    root.put("version", VERSION);
    root.put("started", started.toString());
    root.set("machine", JSON.valueToTree(machine));
    root.put("rounds", rounds);
    JsonNode measured = JSON.readTree(results);
    measured.forEach(BenchmarkFile::removePlaces);
    root.set("results", measured);
    AtomicFiles.write(file, JSON.writeValueAsString(root) + "\n");
  }

  /** The Java program's own path, and system properties of ours, which hold folders. */
  private static void removePlaces(JsonNode result) {
    if (result instanceof ObjectNode fields) {
      fields.remove("jvm");
      if (fields.get("jvmArgs") instanceof ArrayNode arguments) {
        arguments.removeIf(argument -> argument.asString("").startsWith("-Ddartboard."));
      }
    }
  }

  /**
   * Reads a run.
   *
   * @throws BenchmarkFormatException if there is no such file, or it is damaged or something else;
   *     all defects are named
   */
  public static BenchmarkRun read(Path file) throws IOException {
    JsonNode root = parse(file);
    if (!root.isObject() || !root.path("format").asString("").equals(FORMAT)) {
      throw new BenchmarkFormatException(
          file,
          List.of(
              "format is "
                  + JsonFields.shown(root.path("format"))
                  + ", expected \""
                  + FORMAT
                  + "\"; mvn verify -Pjmh writes such files, JMH alone does not"));
    }
    if (root.path("version").asInt(0) != VERSION) {
      throw new BenchmarkFormatException(
          file,
          List.of(
              "version is "
                  + JsonFields.shown(root.path("version"))
                  + ", expected "
                  + VERSION
                  + "; read it with the program that wrote it"));
    }
    JsonFields fields = new JsonFields();
    Instant started = started(root, fields);
    Fingerprint machine = machine(root.path("machine"), fields);
    int rounds = root.has("rounds") ? (int) fields.number(root, "", "rounds") : 1;
    List<Measurement> measurements = new JmhResults(fields).read(root.path("results"));
    if (!fields.defects().isEmpty()) {
      throw new BenchmarkFormatException(file, fields.defects());
    }
    return new BenchmarkRun(name(file), started, machine, rounds, measurements);
  }

  private static JsonNode parse(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new BenchmarkFormatException(file, List.of("there is no such file"));
    }
    String text = TextFiles.read(file);
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      throw new BenchmarkFormatException(
          file,
          List.of(
              "it is not complete JSON (line "
                  + (e.getLocation() == null ? "?" : e.getLocation().getLineNr())
                  + "), so it was cut off or is something else"));
    }
  }

  private static Instant started(JsonNode root, JsonFields fields) {
    String text = fields.text(root, "", "started");
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      fields.defect("started", "a time such as 2026-11-22T08:00:00Z", "'" + text + "'");
      return Instant.EPOCH;
    }
  }

  private static Fingerprint machine(JsonNode node, JsonFields fields) {
    String path = "machine";
    return new Fingerprint(
        fields.text(node, path, "processor"),
        fields.list(node, path, "features"),
        (int) fields.number(node, path, "cores"),
        (long) fields.number(node, path, "memoryBytes"),
        fields.text(node, path, "system"),
        fields.text(node, path, "java"),
        fields.texts(node, path, "libraries"),
        fields.texts(node, path, "environment"),
        fields.text(node, path, "revision"),
        fields.number(node, path, "loadAverage"));
  }

  private static String name(Path file) {
    return file.getFileName().toString().replaceFirst("\\.json$", "");
  }
}
