package org.dartboard.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dartboard.space.Edge;
import tools.jackson.databind.json.JsonMapper;

/** Folders as a supernet search leaves them, with a log that is easy to reckon with. */
public final class SearchFolders {
  private SearchFolders() {}

  /**
   * A search that has ended.
   *
   * <p>In epoch e, alpha of operation o on edge k is e / 1000 + k / 100 + o / 10.
   *
   * @param configuration as in configuration.json
   * @param epochs how many lines the log has
   * @param found op code of the cell that the search found; every epoch's cell, too
   * @param measurements of the method at the end; also columns of the log, with the epoch's number
   */
  public static Path write(
      Path folder,
      Map<String, String> configuration,
      int epochs,
      String found,
      Map<String, Double> measurements)
      throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("configuration.json"),
        JsonMapper.shared().writeValueAsString(configuration));
    List<String> columns = new ArrayList<>(List.of("epoch", "stage", "learning_rate"));
    columns.addAll(List.of("training_loss", "validation_loss", "cell", "skips"));
    columns.addAll(SearchColumns.names("alpha_"));
    columns.addAll(SearchColumns.names("p_"));
    for (Edge edge : Edge.all()) {
      columns.add(SearchColumns.edgeName("q_", edge));
    }
    columns.addAll(measurements.keySet());
    List<String> log = new ArrayList<>(List.of(String.join(",", columns)));
    List<String> timing =
        new ArrayList<>(List.of("epoch,seconds,weight_step_ms,architecture_step_ms"));
    for (int epoch = 1; epoch <= epochs; epoch++) {
      List<String> line = new ArrayList<>(List.of(epoch + "", "1", "0.025"));
      line.addAll(List.of(Double.toString(2.0 / epoch), "", found, "0"));
      double[] alpha = alpha(epoch);
      for (double value : alpha) {
        line.add(Double.toString(value));
      }
      for (double value : SearchColumns.softmax(alpha)) {
        line.add(Double.toString(value));
      }
      line.addAll(List.of("1.0", "1.0", "1.0", "1.0", "1.0", "1.0"));
      for (int i = 0; i < measurements.size(); i++) {
        line.add(epoch + ".0");
      }
      log.add(String.join(",", line));
      timing.add(epoch + ",2.500,1.000,1.000");
    }
    Files.writeString(folder.resolve("log.csv"), String.join("\n", log) + "\n");
    Files.writeString(folder.resolve("timing.csv"), String.join("\n", timing) + "\n");
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("configuration", configuration);
    result.put("threads", 2);
    result.put("library", "oneDNN 3.11");
    result.put("instructionSet", "AVX-512");
    result.put("epochs", epochs);
    result.put("steps", 390 * epochs);
    result.put("code", found);
    result.put("measurements", measurements);
    Files.writeString(
        folder.resolve("result.json"), JsonMapper.shared().writeValueAsString(result));
    return folder;
  }

  /** alpha as the log of an epoch has it. */
  static double[] alpha(int epoch) {
    double[] alpha = new double[30];
    for (int i = 0; i < alpha.length; i++) {
      alpha[i] =
          Double.parseDouble(
              String.format(Locale.ROOT, "%.3f", epoch / 1000.0 + i / 5 / 100.0 + i % 5 / 10.0));
    }
    return alpha;
  }

  /** A configuration as of DARTS at the desk. */
  public static Map<String, String> configuration(String method, long seed) {
    Map<String, String> configuration = new LinkedHashMap<>();
    configuration.put("method", method);
    configuration.put("profile", "desk");
    configuration.put("seed", Long.toString(seed));
    configuration.put("scope", "search " + method);
    configuration.put("engine", "onednn");
    configuration.put("precision", "fp32");
    configuration.put("epochs", "50.0");
    return configuration;
  }
}
