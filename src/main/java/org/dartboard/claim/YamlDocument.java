package org.dartboard.claim;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A YAML file as a tree, together with the line on which each part of it stands. */
final class YamlDocument {
  private static final String ALLOWED =
      "one YAML document, indented by spaces, not by tabs, without aliases";

  private final String file;
  private final JsonNode tree;
  private final Map<String, Integer> lines;
  private final List<Defect> defects;

  private YamlDocument(
      String file, JsonNode tree, Map<String, Integer> lines, List<Defect> defects) {
    this.file = file;
    this.tree = tree;
    this.lines = lines;
    this.defects = defects;
  }

  /** Reads a file; what prevents that, or is wrong with the YAML itself, is added to defects. */
  static Optional<YamlDocument> read(Path path, List<Defect> defects) {
    String file = path.toString();
    Optional<String> text = text(path, defects);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<Node> root =
          new Compose(LoadSettings.builder().setLabel(file).setMaxAliasesForCollections(0).build())
              .composeString(text.get());
      if (root.isEmpty()) {
        defects.add(new Defect(file, 0, "", "an empty document", "the keys paper and claims"));
        return Optional.empty();
      }
      JsonNode tree = YAMLMapper.builder().build().readTree(text.get());
      YamlDocument document = new YamlDocument(file, tree, new HashMap<>(), defects);
      document.index(root.get(), "", new HashSet<>());
      return Optional.of(document);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      defects.add(new Defect(file, line, "", "YAML that breaks off: " + e.getProblem(), ALLOWED));
    } catch (YamlEngineException | JacksonException e) {
      String problem = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      defects.add(new Defect(file, 0, "", "YAML that breaks off: " + problem, ALLOWED));
    }
    return Optional.empty();
  }

  JsonNode tree() {
    return tree;
  }

  /** Adds a defect of the part at a JSON pointer. */
  void report(String pointer, String found, String allowed) {
    defects.add(new Defect(file, line(pointer), dotted(pointer), found, allowed));
  }

  /** The line of a part, or of the nearest part around it that is there. */
  private int line(String pointer) {
    String place = pointer;
    while (!lines.containsKey(place) && !place.isEmpty()) {
      place = place.substring(0, place.lastIndexOf('/'));
    }
    return lines.getOrDefault(place, 0);
  }

  /** {@code /claims/2/rule} as {@code claims[2].rule}. */
  private static String dotted(String pointer) {
    StringBuilder path = new StringBuilder();
    for (String step : pointer.split("/", -1)) {
      if (step.matches("\\d+")) {
        path.append('[').append(step).append(']');
      } else if (!step.isEmpty()) {
        path.append(path.isEmpty() ? "" : ".").append(step);
      }
    }
    return path.toString();
  }

  private void index(Node node, String pointer, Set<Node> seen) {
    lines.putIfAbsent(pointer, lineOf(node));
    if (!seen.add(node)) {
      report(pointer, "an alias of another part", "the part written out");
      return;
    }
    if (node instanceof MappingNode mapping) {
      Map<String, Integer> keys = new HashMap<>();
      for (NodeTuple tuple : mapping.getValue()) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        String child = pointer + "/" + key;
        int line = lineOf(tuple.getKeyNode());
        Integer before = keys.put(key, line);
        if (before != null) {
          defects.add(
              new Defect(
                  file,
                  line,
                  dotted(child),
                  "the key a second time, after line " + before,
                  "each key once"));
        }
        lines.put(child, line);
        index(tuple.getValueNode(), child, seen);
      }
    } else if (node instanceof SequenceNode sequence) {
      List<Node> entries = sequence.getValue();
      for (int i = 0; i < entries.size(); i++) {
        index(entries.get(i), pointer + "/" + i, seen);
      }
    }
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
  }

  private static Optional<String> text(Path path, List<Defect> defects) {
    String file = path.toString();
    String allowed = "a file of UTF-8 text with the claims of a paper";
    if (!Files.isRegularFile(path)) {
      String found = Files.isDirectory(path) ? "a folder" : "no such file";
      defects.add(new Defect(file, 0, "", found, allowed));
      return Optional.empty();
    }
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(path);
    } catch (IOException e) {
      defects.add(new Defect(file, 0, "", "an unreadable file: " + e, allowed));
      return Optional.empty();
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      int line = 1 + lineBreaksBeforeTheFirstBadByte(bytes);
      defects.add(new Defect(file, line, "", "bytes that are not UTF-8", allowed));
      return Optional.empty();
    }
  }

  private static int lineBreaksBeforeTheFirstBadByte(byte[] bytes) {
    String decoded = new String(bytes, StandardCharsets.UTF_8);
    int bad = decoded.indexOf('\uFFFD');
    return (int) decoded.substring(0, Math.max(0, bad)).chars().filter(c -> c == '\n').count();
  }
}
