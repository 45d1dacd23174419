package org.dartboard.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dartboard.io.Digests;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the files of the embedded table are and how they came about.
 *
 * @param settings of the training, by name
 * @param provenance of the program and the machine, by name
 * @param files the SHA-256 digest of each file, by name
 */
public record EmbeddedManifest(
    Map<String, String> settings, Map<String, String> provenance, Map<String, String> files) {
  /** The manifest's file name. */
  public static final String FILE = "manifest.json";

  /** What every reader must be told. */
  public static final String WORDS =
      "Computed by Dartboard on generated images; not NAS-Bench-201.";

  private static final int FORMAT = 1;

  public EmbeddedManifest {
    settings = new TreeMap<>(settings);
    provenance = new TreeMap<>(provenance);
    files = new TreeMap<>(files);
  }

  /** The digest of a file's text, as {@link #files} has it. */
  public static String digest(String text) {
    return Digests.sha256(text);
  }

  /** The file's text. */
  public String text() {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    ObjectNode root = mapper.createObjectNode();
    root.put("words", WORDS);
    root.put("format", FORMAT);
    put(root.putObject("settings"), settings);
    put(root.putObject("provenance"), provenance);
    put(root.putObject("files"), files);
    return mapper.writeValueAsString(root).replace("\r\n", "\n") + "\n";
  }

  /**
   * Reads a manifest.
   *
   * @param name of the file, for messages
   * @throws EmbeddedFormatException if it is none, or of another release
   */
  public static EmbeddedManifest parse(String name, String text) {
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(text);
    } catch (JacksonException e) {
      throw new EmbeddedFormatException(name + " is no JSON: " + e.getOriginalMessage());
    }
    List<String> defects = new ArrayList<>();
    if (root.path("format").asInt(-1) != FORMAT) {
      defects.add("its format is " + root.path("format") + ", not " + FORMAT);
    }
    EmbeddedManifest manifest =
        new EmbeddedManifest(
            texts(root, "settings", defects),
            texts(root, "provenance", defects),
            texts(root, "files", defects));
    if (!defects.isEmpty()) {
      throw new EmbeddedFormatException(name + ": " + String.join("; ", defects));
    }
    return manifest;
  }

  private static void put(ObjectNode node, Map<String, String> texts) {
    texts.forEach(node::put);
  }

  private static Map<String, String> texts(JsonNode root, String field, List<String> defects) {
    Map<String, String> texts = new TreeMap<>();
    JsonNode node = root.path(field);
    if (!node.isObject()) {
      defects.add("'" + field + "' is not there");
      return texts;
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (entry.getValue().isString()) {
        texts.put(entry.getKey(), entry.getValue().asString());
      } else {
        defects.add("'" + field + "." + entry.getKey() + "' is no text");
      }
    }
    return texts;
  }
}
