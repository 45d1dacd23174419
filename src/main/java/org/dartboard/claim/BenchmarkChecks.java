package org.dartboard.claim;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What must agree within a claim that rests on benchmarks: they, and nothing else, measure costs.
 */
final class BenchmarkChecks {
  private static final String BENCHMARK = "benchmark";
  private static final Set<String> COSTS = Set.of("time", "memory");

  private final YamlDocument document;

  BenchmarkChecks(YamlDocument document) {
    this.document = document;
  }

  void check(JsonNode claim, String place) {
    boolean benchmark = claim.at("/procedure/type").asString("").equals(BENCHMARK);
    JsonNode kind = claim.path("kind");
    if (benchmark != kind.asString("").equals(BENCHMARK)) {
      document.report(
          place + "/kind",
          ClaimSchema.shown(kind),
          "benchmark where that is the procedure's type, and only there");
    }
    JsonNode targets = claim.path("targets");
    for (int i = 0; i < targets.size(); i++) {
      JsonNode quantity = targets.path(i).path("quantity");
      if (quantity.isString() && COSTS.contains(quantity.asString()) != benchmark) {
        document.report(
            place + "/targets/" + i + "/quantity",
            ClaimSchema.shown(quantity),
            benchmark ? "time or memory, which benchmarks measure" : "what is no cost of kernels");
      }
    }
    JsonNode measures = claim.at("/procedure/measures");
    Set<String> labels = new HashSet<>();
    for (int i = 0; benchmark && i < measures.size(); i++) {
      JsonNode label = measures.path(i).path("label");
      if (label.isString() && !labels.add(label.asString())) {
        document.report(
            place + "/procedure/measures/" + i + "/label",
            ClaimSchema.shown(label),
            "each measure once");
      }
      JsonNode of = measures.path(i).path("of");
      if (of.isString() && of.equals(measures.path(i).path("against"))) {
        document.report(
            place + "/procedure/measures/" + i + "/against",
            ClaimSchema.shown(of),
            "another measurement than that of 'of'");
      }
    }
  }
}
