package org.dartboard.benchmark;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Reads the list of results that JMH writes with {@code -rf json}. */
final class JmhResults {
  private static final String PEAK = "peak memory";
  private static final Set<String> TIMES = Set.of("avgt", "ss");

  private final JsonFields fields;

  JmhResults(JsonFields fields) {
    this.fields = fields;
  }

  List<Measurement> read(JsonNode results) {
    List<Measurement> measurements = new ArrayList<>();
    if (!results.isArray() || results.isEmpty()) {
      fields.defect("results", "a list of JMH's results", JsonFields.shown(results));
      return measurements;
    }
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < results.size(); i++) {
      Measurement measurement = measurement(results.get(i), "results[" + i + "]");
      if (!keys.add(measurement.key())) {
        fields.defect("results[" + i + "]", "one result a benchmark", measurement.key() + " again");
      }
      measurements.add(measurement);
    }
    return measurements;
  }

  private Measurement measurement(JsonNode result, String path) {
    String name = fields.text(result, path, "benchmark");
    String mode = fields.text(result, path, "mode");
    if (!mode.equals("thrpt") && !TIMES.contains(mode)) {
      fields.defect(path + ".mode", "thrpt, avgt or ss", "'" + mode + "'");
    }
    SortedMap<String, String> parameters = new TreeMap<>();
    if (result.has("params")) {
      parameters.putAll(fields.texts(result, path, "params"));
    }
    JsonNode metric = result.path("primaryMetric");
    String metricPath = path + ".primaryMetric";
    return new Measurement(
        name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1),
        parameters,
        mode.equals("thrpt"),
        fields.text(metric, metricPath, "scoreUnit"),
        forks(metric.path("rawData"), metricPath + ".rawData"),
        peaks(result.path("secondaryMetrics")));
  }

  private List<List<Double>> forks(JsonNode raw, String path) {
    List<List<Double>> forks = new ArrayList<>();
    for (JsonNode fork : raw) {
      List<Double> scores = new ArrayList<>();
      for (JsonNode score : fork) {
        if (score.isNumber() && score.doubleValue() > 0) {
          scores.add(score.doubleValue());
        } else {
          fields.defect(path, "positive numbers", "a list with " + JsonFields.shown(score));
        }
      }
      if (scores.isEmpty()) {
        fields.defect(path, "at least one score a process", JsonFields.shown(fork));
      }
      forks.add(scores);
    }
    if (forks.isEmpty()) {
      fields.defect(path, "one list of scores a process", JsonFields.shown(raw));
    }
    return forks;
  }

  /** JMH puts a sign before the names of what profilers add, and has a score an iteration. */
  private static List<Double> peaks(JsonNode secondary) {
    List<Double> peaks = new ArrayList<>();
    for (String name : secondary.propertyNames()) {
      if (name.endsWith(PEAK)) {
        for (JsonNode process : secondary.path(name).path("rawData")) {
          process
              .valueStream()
              .filter(JsonNode::isNumber)
              .mapToDouble(JsonNode::doubleValue)
              .max()
              .ifPresent(peaks::add);
        }
      }
    }
    return peaks;
  }
}
