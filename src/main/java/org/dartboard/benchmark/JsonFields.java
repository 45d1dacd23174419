package org.dartboard.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Reads the fields of a JSON document and notes each that is not as expected. */
final class JsonFields {
  private final List<String> defects = new ArrayList<>();

  List<String> defects() {
    return defects;
  }

  void defect(String path, String expected, String actual) {
    defects.add(path + " is " + actual + ", expected " + expected);
  }

  String text(JsonNode object, String path, String field) {
    JsonNode value = object.path(field);
    if (value.isString()) {
      return value.stringValue();
    }
    defect(at(path, field), "a text", shown(value));
    return "";
  }

  double number(JsonNode object, String path, String field) {
    JsonNode value = object.path(field);
    if (value.isNumber()) {
      return value.doubleValue();
    }
    defect(at(path, field), "a number", shown(value));
    return 0;
  }

  Map<String, String> texts(JsonNode object, String path, String field) {
    JsonNode value = object.path(field);
    Map<String, String> texts = new TreeMap<>();
    if (!value.isObject()) {
      defect(at(path, field), "an object of texts", shown(value));
      return texts;
    }
    for (String name : value.propertyNames()) {
      texts.put(name, text(value, at(path, field), name));
    }
    return texts;
  }

  List<String> list(JsonNode object, String path, String field) {
    JsonNode value = object.path(field);
    List<String> texts = new ArrayList<>();
    if (!value.isArray()) {
      defect(at(path, field), "a list of texts", shown(value));
      return texts;
    }
    for (JsonNode element : value) {
      if (element.isString()) {
        texts.add(element.stringValue());
      } else {
        defect(at(path, field), "a list of texts", "a list with " + shown(element));
      }
    }
    return texts;
  }

  static String at(String path, String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  static String shown(JsonNode value) {
    if (value.isMissingNode()) {
      return "missing";
    }
    String text = value.toString();
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
