package org.dartboard.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.dartboard.io.DataFolders;

/**
 * The learning curves of all trainings, in files of 125 architectures each.
 *
 * <p>They come from the benchmark's official release alone. A file is CSV, compressed; its lines
 * are ordered by architecture, epochs, dataset, seed and epoch.
 */
public final class LearningCurves {
  /** The data folder's name under a root of {@link DataFolders}. */
  public static final String FOLDER = "nasbench201-curves";

  /** How many architectures a file has. */
  public static final int PER_FILE = 125;

  /** The columns that name a line; measures follow. */
  public static final List<String> KEYS = List.of("index", "hp", "dataset", "seed", "epoch");

  private LearningCurves() {}

  /** What is measured at the end of an epoch: accuracies in percent, and losses. */
  public enum Measure {
    TRAIN_ACC,
    TRAIN_LOSS,
    X_VALID_ACC,
    X_VALID_LOSS,
    X_TEST_ACC,
    X_TEST_LOSS,
    ORI_TEST_ACC,
    ORI_TEST_LOSS;

    /** The column's name. */
    public String column() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * One training's curves.
   *
   * @param epochs how long it was
   * @param values a value an epoch, from epoch 0; NaN where it was not measured
   */
  public record Curve(Dataset dataset, Epochs epochs, int seed, Map<Measure, List<Double>> values) {
    public Curve {
      values = Map.copyOf(values);
    }
  }

  /** The header of a file. */
  public static String header() {
    List<String> columns = new ArrayList<>(KEYS);
    Arrays.stream(Measure.values()).map(Measure::column).forEach(columns::add);
    return String.join(",", columns);
  }

  /** The file's name that has an architecture's curves. */
  public static String fileName(int index) {
    int first = Nb201Table.checked(index) / PER_FILE * PER_FILE;
    return String.format("nb201_curves_%05d.csv.gz", first);
  }

  /**
   * Reads an architecture's curves.
   *
   * @param folder as {@link #FOLDER} names it
   * @return one for each training, in the file's order
   * @throws IOException if the file is not there or cannot be read
   */
  public static List<Curve> read(Path folder, int index) throws IOException {
    Path file = folder.resolve(fileName(index));
    Map<List<String>, List<String[]>> trainings = new LinkedHashMap<>();
    try (BufferedReader reader = open(file)) {
      String prefix = index + ",";
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith(prefix)) {
          String[] fields = line.split(",", -1);
          trainings
              .computeIfAbsent(List.of(fields[1], fields[2], fields[3]), key -> new ArrayList<>())
              .add(fields);
        }
      }
    }
    List<Curve> curves = new ArrayList<>();
    trainings.forEach((key, lines) -> curves.add(curve(key, lines)));
    return curves;
  }

  /**
   * The indices of the architectures that a file has curves of.
   *
   * @throws IOException if the file is not there, is cut off or is no file of learning curves
   */
  public static SortedSet<Integer> architectures(Path file) throws IOException {
    SortedSet<Integer> indices = new TreeSet<>();
    try (BufferedReader reader = open(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        indices.add(Integer.parseInt(line.substring(0, Math.max(0, line.indexOf(',')))));
      }
    } catch (NumberFormatException e) {
      throw new IOException(file + " is damaged: a line begins with no architecture's index", e);
    }
    return indices;
  }

  /** At the first line under the header. */
  private static BufferedReader open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(new GZIPInputStream(in), StandardCharsets.US_ASCII));
      if (!header().equals(reader.readLine())) {
        throw new IOException(file + " is no file of learning curves: its header is another");
      }
      return reader;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static Curve curve(List<String> key, List<String[]> lines) {
    Map<Measure, List<Double>> values = new LinkedHashMap<>();
    for (Measure measure : Measure.values()) {
      int column = KEYS.size() + measure.ordinal();
      values.put(
          measure,
          lines.stream()
              .map(fields -> fields[column])
              .map(field -> field.isEmpty() ? Double.NaN : Double.parseDouble(field))
              .toList());
    }
    return new Curve(
        Dataset.parse(key.get(1)), Epochs.parse(key.get(0)), Integer.parseInt(key.get(2)), values);
  }
}
