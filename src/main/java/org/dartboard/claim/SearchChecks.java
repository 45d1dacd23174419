package org.dartboard.claim;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What must agree within a claim that rests on differentiable searches. */
final class SearchChecks {
  private static final Set<String> OF_THE_CELL = Set.of("accuracy", "gap", "relative-improvement");

  private final YamlDocument document;
  private final SearchSettingsCheck searches;

  SearchChecks(YamlDocument document, SearchSettingsCheck searches) {
    this.document = document;
    this.searches = searches;
  }

  void check(JsonNode claim, String place) {
    JsonNode procedure = claim.path("procedure");
    Map<String, String> arms = arms(procedure.path("arms"), place + "/procedure/arms");
    measures(procedure.path("measures"), arms, place + "/procedure/measures");
    JsonNode targets = claim.path("targets");
    for (int i = 0; i < targets.size(); i++) {
      target(targets.path(i), procedure.path("measures"), place + "/targets/" + i);
    }
    if (!claim.path("kind").asString("").equals("search")) {
      document.report(
          place + "/kind", ClaimSchema.shown(claim.path("kind")), "search, as the procedure is");
    }
  }

  /** Each arm's method, by its label. */
  private Map<String, String> arms(JsonNode arms, String place) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (int i = 0; i < arms.size(); i++) {
      JsonNode arm = arms.path(i);
      String at = place + "/" + i;
      JsonNode method = arm.path("method");
      if (labels.put(arm.path("label").asString(""), method.asString("")) != null) {
        document.report(at + "/label", ClaimSchema.shown(arm.path("label")), "each arm once");
      }
      if (method.isString() && !searches.methods().contains(method.asString())) {
        document.report(
            at + "/method",
            ClaimSchema.shown(method),
            "a differentiable search method: "
                + String.join(", ", new TreeSet<>(searches.methods())));
        continue;
      }
      for (String name : new String[] {"settings", "desk"}) {
        Map<String, Double> settings = new LinkedHashMap<>();
        arm.path(name)
            .forEachEntry(
                (key, value) -> {
                  if (value.isNumber()) {
                    settings.put(key, value.asDouble());
                  }
                });
        for (String defect : searches.defects(method.asString(""), settings)) {
          document.report(at + "/" + name, defect, "what the method can be set to");
        }
      }
    }
    return labels;
  }

  private void measures(JsonNode measures, Map<String, String> arms, String place) {
    Set<String> labels = new HashSet<>();
    Set<String> idle = new LinkedHashSet<>(arms.keySet());
    for (int i = 0; i < measures.size(); i++) {
      JsonNode measure = measures.path(i);
      String at = place + "/" + i;
      if (!labels.add(measure.path("label").asString(""))) {
        document.report(
            at + "/label", ClaimSchema.shown(measure.path("label")), "each measure once");
      }
      for (String list : new String[] {"of", "against"}) {
        for (int j = 0; j < measure.path(list).size(); j++) {
          JsonNode arm = measure.path(list).path(j);
          idle.remove(arm.asString(""));
          if (!arms.containsKey(arm.asString(""))) {
            document.report(
                at + "/" + list + "/" + j,
                ClaimSchema.shown(arm),
                "an arm: " + String.join("; ", arms.keySet()));
          }
        }
      }
      if (measure.has("log") != measure.has("statistic")) {
        document.report(
            at + (measure.has("log") ? "/statistic" : "/log"),
            "nothing",
            "log and statistic together");
      }
      if (measure.path("log").isString()) {
        column(measure, arms, at);
      }
      if (measure.path("retrained").asBoolean(false)) {
        retrained(measure, arms, at);
      }
      if (measure.path("paired").asBoolean(false)) {
        paired(measure, at);
      }
      if (measure.path("centred").asBoolean(false)) {
        centred(measure, at);
      }
    }
    for (String arm : idle) {
      document.report(place, "nothing of the arm '" + arm + "'", "each arm in a measure");
    }
  }

  /** Every arm's searches must log the column, or hours of them would give no value. */
  private void column(JsonNode measure, Map<String, String> arms, String at) {
    String column = measure.path("log").asString();
    for (String list : new String[] {"of", "against"}) {
      for (JsonNode arm : measure.path(list)) {
        String method = arms.getOrDefault(arm.asString(""), "");
        if (!searches.methods().contains(method)) {
          continue;
        }
        Set<String> known = searches.columns(method);
        if (!known.contains(column)) {
          document.report(
              at + "/log",
              ClaimSchema.shown(measure.path("log")),
              "a column that searches by %s give a claim; the nearest are: %s"
                  .formatted(method, EditDistance.nearest(column, new TreeSet<>(known).stream())));
          return;
        }
      }
    }
  }

  /** Only what has a figure of its own can be held against the same cells trained anew. */
  private void retrained(JsonNode measure, Map<String, String> arms, String at) {
    if (measure.has("against")) {
      document.report(
          at + "/against",
          ClaimSchema.shown(measure.path("against")),
          "no arms beside 'retrained', which is a reference itself");
    }
    if (!measure.has("log")) {
      document.report(
          at + "/log", "nothing", "the column that is compared with the accuracy of the retrained");
    }
    for (JsonNode arm : measure.path("of")) {
      String method = arms.getOrDefault(arm.asString(""), "");
      if (searches.methods().contains(method) && !searches.freezes(method)) {
        document.report(
            at + "/retrained",
            "a measure of '" + arm.asString("") + "', whose method is " + method,
            "arms whose method freezes the architecture, since what follows is the cost of training"
                + " anew");
      }
    }
  }

  private void paired(JsonNode measure, String at) {
    if (measure.path("of").size() != 1 || measure.path("against").size() != 1) {
      document.report(
          at + "/paired",
          "%d arms against %d".formatted(measure.path("of").size(), measure.path("against").size()),
          "one arm against one, whose runs with the same seed are pairs");
    }
    alone(measure, "paired", at);
  }

  private void centred(JsonNode measure, String at) {
    if (measure.path("of").size() != measure.path("against").size()) {
      document.report(
          at + "/centred",
          "%d arms against %d".formatted(measure.path("of").size(), measure.path("against").size()),
          "as many arms in both lists, since they belong together by their places");
    }
    alone(measure, "centred", at);
  }

  /** Of the ways to replace values a measure has one at most. */
  private void alone(JsonNode measure, String way, String at) {
    for (String other : new String[] {"deviation", "paired", "centred"}) {
      if (!other.equals(way) && measure.path(other).asBoolean(false)) {
        document.report(at + "/" + other, "true", "no " + other + " beside '" + way + "'");
      }
    }
  }

  private void target(JsonNode target, JsonNode measures, String place) {
    JsonNode quantity = target.path("quantity");
    if (OF_THE_CELL.contains(quantity.asString("")) && !target.has("dataset")) {
      document.report(
          place + "/dataset", "nothing", "the column that the found cell is looked up in");
    }
    for (JsonNode measure : measures) {
      if (!measure.path("label").asString("").equals(target.path("label").asString(""))) {
        continue;
      }
      if (quantity.asString("").equals("diagnostic") != measure.has("log")) {
        document.report(
            place + "/quantity",
            ClaimSchema.shown(quantity),
            measure.has("log") ? "diagnostic, as its measure reads a log" : "no diagnostic");
      }
      boolean referred = measure.has("against") || measure.path("retrained").asBoolean(false);
      if (target.has("reference") != referred) {
        document.report(
            place + "/reference",
            ClaimSchema.shown(target.path("reference")),
            "a reference where its measure is against arms or retrained cells, and only there");
      }
    }
    if (Set.of("pearson", "spearman", "kendall").contains(quantity.asString(""))) {
      document.report(
          place + "/quantity", ClaimSchema.shown(quantity), "what a run of a search has");
    }
  }
}
