package org.dartboard.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dartboard.space.Cell;

/** The benchmark's columns by cell ordinal, read straight from the CSV files. */
public final class BenchmarkData {
  /** Where the data are looked for, to say why a test was not run. */
  public static final String WHERE_SOUGHT =
      "nasbench201/nb201_acc.csv under the folder that the environment variable DARTBOARD_DATA"
          + " names";

  private static final int EPOCHS = 12;

  private final Path folder;
  private final Map<String, List<CSVRecord>> files = new HashMap<>();
  private final Map<String, Cell> cells = new HashMap<>();

  private BenchmarkData(Path folder) {
    this.folder = folder;
    records("nb201_arch.csv")
        .forEach(row -> cells.put(row.get("index"), Cell.ofCode(row.get("ops"))));
  }

  /** The data, or empty where {@link #WHERE_SOUGHT} has none. */
  public static Optional<BenchmarkData> find() {
    return Optional.ofNullable(System.getenv("DARTBOARD_DATA"))
        .map(place -> Path.of(place, "nasbench201"))
        .filter(folder -> Files.isRegularFile(folder.resolve("nb201_acc.csv")))
        .map(BenchmarkData::new);
  }

  /** Reward and cost of the benchmark's searches, as far as the table has them. */
  public TrainingOutcomes searchOutcomes() {
    double[] seconds = column("nb201_cost.csv", "epoch_s_c10v");
    for (int ordinal = 0; ordinal < seconds.length; ordinal++) {
      seconds[ordinal] *= EPOCHS;
    }
    return TrainingOutcomes.ofOrdinals(accuracies("c10v_valid_12"), seconds);
  }

  /** A column of the accuracies. */
  public double[] accuracies(String column) {
    return column("nb201_acc.csv", column);
  }

  private double[] column(String file, String column) {
    double[] values = new double[Cell.COUNT];
    for (CSVRecord row : files.computeIfAbsent(file, this::records)) {
      Cell cell = Objects.requireNonNull(cells.get(row.get("index")));
      values[cell.ordinal()] = Double.parseDouble(row.get(column));
    }
    return values;
  }

  private List<CSVRecord> records(String file) {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(folder.resolve(file), UTF_8, format)) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
