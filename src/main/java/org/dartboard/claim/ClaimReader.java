package org.dartboard.claim;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dartboard.table.Dataset;
import org.dartboard.table.Epochs;
import org.dartboard.table.Split;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/** Reads claim files: first the form, by a JSON Schema, then the sense; all defects together. */
public final class ClaimReader {
  private final Set<String> methods;
  private final SearchSettingsCheck searches;
  private final ClaimSchema schema = new ClaimSchema();
  private final JsonMapper mapper =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addModule(
              new SimpleModule()
                  .addDeserializer(Dataset.class, new Label<>(Dataset.values(), Dataset::label))
                  .addDeserializer(Split.class, new Label<>(Split.values(), Split::label))
                  .addDeserializer(Epochs.class, new Label<>(Epochs.values(), Epochs::label)))
          .build();

  /**
   * A reader that knows the search methods that a claim may ask for.
   *
   * @param methods their registered names
   */
  public ClaimReader(Set<String> methods) {
    this(methods, SearchSettingsCheck.NONE);
  }

  /**
   * A reader that also knows the differentiable search methods.
   *
   * @param methods names of the search methods on the table
   * @param searches the differentiable ones
   */
  public ClaimReader(Set<String> methods, SearchSettingsCheck searches) {
    this.methods = Set.copyOf(methods);
    this.searches = searches;
  }

  /**
   * Reads one file.
   *
   * @throws ClaimFormatException with all defects of the file
   */
  public ClaimFile read(Path file) {
    List<Defect> defects = new ArrayList<>();
    Optional<ClaimFile> claims = read(file, defects);
    return claims.orElseThrow(() -> new ClaimFormatException(defects));
  }

  /** Reads one file, or adds its defects to those of others. */
  Optional<ClaimFile> read(Path file, List<Defect> defects) {
    List<Defect> own = new ArrayList<>();
    Optional<YamlDocument> document = YamlDocument.read(file, own);
    document.ifPresent(
        yaml -> {
          schema.check(yaml);
          new ClaimChecks(yaml, folderName(file), methods, searches).check();
        });
    own.stream().distinct().sorted(ClaimReader::byLine).forEach(defects::add);
    return own.isEmpty() ? document.map(YamlDocument::tree).map(this::bind) : Optional.empty();
  }

  private ClaimFile bind(JsonNode tree) {
    String paper = tree.at("/paper/id").asString();
    for (JsonNode claim : tree.path("claims")) {
      ((ObjectNode) claim).put("paper", paper);
    }
    return mapper.treeToValue(tree, ClaimFile.class);
  }

  private static String folderName(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    Path name = folder == null ? null : folder.getFileName();
    return name == null ? "" : name.toString();
  }

  private static int byLine(Defect first, Defect second) {
    return Integer.compare(first.line(), second.line());
  }

  /** Reads a constant by its label; the schema has made sure that there is one. */
  private static final class Label<T> extends ValueDeserializer<T> {
    private final Map<String, T> constants;

    Label(T[] constants, Function<T, String> label) {
      this.constants =
          Arrays.stream(constants).collect(Collectors.toMap(label, Function.identity()));
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
      String label = parser.getValueAsString();
      return Objects.requireNonNull(
          constants.get(label), () -> "the schema lets '" + label + "' pass");
    }
  }
}
