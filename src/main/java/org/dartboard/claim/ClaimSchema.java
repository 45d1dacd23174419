package org.dartboard.claim;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schema of claim files, and its findings in words. */
final class ClaimSchema {
  private static final String RESOURCE = "claim-schema.json";
  private static final int LONGEST = 60;

  private final JsonNode source;
  private final Schema schema;

  ClaimSchema() {
    try (InputStream in = ClaimSchema.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its resource " + RESOURCE);
      }
      this.source = JsonMapper.builder().build().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(source);
  }

  /** Reports everything in which the document departs from the schema. */
  void check(YamlDocument document) {
    for (Error error : schema.validate(document.tree())) {
      String place = error.getInstanceLocation().toString();
      switch (error.getKeyword()) {
        case "required" ->
            document.report(place + "/" + error.getProperty(), "nothing", described(error));
        case "additionalProperties" ->
            document.report(
                place + "/" + error.getProperty(), "an unknown key", "the keys " + keys(error));
        default -> document.report(place, shown(document.tree().at(place)), allowed(error));
      }
    }
  }

  /** What the schema says of the key that is missing. */
  private String described(Error error) {
    String description =
        parent(error).at("/properties/" + error.getProperty() + "/description").asString("");
    return description.isEmpty() ? "this key, which is required" : description;
  }

  private String keys(Error error) {
    Collection<String> names = parent(error).path("properties").propertyNames();
    return String.join(", ", names);
  }

  private String allowed(Error error) {
    JsonNode parent = parent(error);
    JsonNode value = parent.path(error.getKeyword());
    String description = parent.path("description").asString("");
    return switch (error.getKeyword()) {
      case "enum" -> value.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
      case "const" -> value.asString();
      case "false" -> "no such key where the kind is published-only";
      default -> description.isEmpty() ? plain(error.getKeyword(), value) : description;
    };
  }

  private static String plain(String keyword, JsonNode value) {
    return switch (keyword) {
      case "type" ->
          switch (value.asString()) {
            case "object" -> "keys with values";
            case "array" -> "a list";
            case "string" -> "a text";
            case "integer" -> "a whole number";
            case "number" -> "a finite number";
            default -> "a value of type " + value.asString();
          };
      case "minLength" -> "a text that is not empty";
      case "minItems", "minProperties" -> value.asString() + " entries or more";
      case "minimum" -> value.asString() + " or more";
      case "maximum" -> value.asString() + " or less";
      case "exclusiveMinimum" -> "more than " + value.asString();
      case "exclusiveMaximum" -> "less than " + value.asString();
      case "pattern" -> "a text of the form " + value.asString();
      case "uniqueItems" -> "each entry once";
      default -> keyword + " " + value;
    };
  }

  /** The part of the schema that holds the keyword that was violated. */
  private JsonNode parent(Error error) {
    String pointer = error.getSchemaLocation().getFragment().toString();
    return source.at(pointer.substring(0, pointer.lastIndexOf('/')));
  }

  /** A value as a message shows it. */
  static String shown(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "nothing";
    }
    if (value.isObject()) {
      return "keys with values";
    }
    if (value.isArray()) {
      return value.isEmpty() ? "an empty list" : "a list";
    }
    String text = value.asString();
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    return value.isString() ? "'" + cut + "'" : cut;
  }
}
