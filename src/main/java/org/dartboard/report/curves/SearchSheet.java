package org.dartboard.report.curves;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dartboard.io.TextFiles;
import org.dartboard.report.data.ReportException;

/** The curves of one search, read from CSV: a line an epoch, numbers by column. Immutable. */
public final class SearchSheet {
  private static final String EPOCH = "epoch";
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private final String name;
  private final Map<String, double[]> columns;

  private SearchSheet(String name, Map<String, double[]> columns) {
    this.name = name;
    this.columns = columns;
  }

  /**
   * Reads a file.
   *
   * @param name the series that the search belongs to; searches of one name are drawn as one line,
   *     their mean, with a band from the lowest to the highest
   * @throws ReportException if it is no CSV with a column {@code epoch} and lines under it
   */
  public static SearchSheet read(String name, Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new ReportException(List.of(file + ": expected the curves of a search, found no file"));
    }
    return parse(name, TextFiles.read(file), file.toString());
  }

  /**
   * Reads text.
   *
   * @param source where it comes from, for messages; else as {@link #read}
   */
  public static SearchSheet parse(String name, String csv, String source) throws IOException {
    Map<String, List<Double>> found = new LinkedHashMap<>();
    try (CSVParser parser = CSVParser.parse(csv, FORMAT)) {
      parser.getHeaderNames().forEach(column -> found.put(column, new ArrayList<>()));
      for (CSVRecord record : parser) {
        if (!record.isConsistent()) {
          throw new ReportException(
              List.of(
                  "%s, line %d: expected %d fields, found %d; is it cut off?"
                      .formatted(
                          source, parser.getCurrentLineNumber(), found.size(), record.size())));
        }
        if (found.containsKey(EPOCH) && !Double.isNaN(number(record.get(EPOCH)))) {
          found.forEach((column, values) -> values.add(number(record.get(column))));
        }
      }
    } catch (UncheckedIOException | IllegalArgumentException e) {
      throw new ReportException(List.of(source + " is no CSV of a search: " + e.getMessage()));
    }
    List<Double> epochs = found.getOrDefault(EPOCH, List.of());
    if (epochs.isEmpty()) {
      throw new ReportException(
          List.of(source + ": expected a column epoch with a line an epoch, found none"));
    }
    Map<String, double[]> columns = new HashMap<>();
    found.forEach(
        (column, values) ->
            columns.put(column, values.stream().mapToDouble(Double::doubleValue).toArray()));
    return new SearchSheet(name, columns);
  }

  /**
   * A sheet of numbers.
   *
   * @param columns by name, one of them {@code epoch}; all of one length
   */
  public static SearchSheet of(String name, Map<String, double[]> columns) {
    int epochs = columns.getOrDefault(EPOCH, new double[0]).length;
    Map<String, double[]> copies = new HashMap<>();
    columns.forEach(
        (column, values) -> {
          if (epochs == 0 || values.length != epochs) {
            throw new IllegalArgumentException(
                "column %s: expected a number for each of the epochs, found %d for %d"
                    .formatted(column, values.length, epochs));
          }
          copies.put(column, values.clone());
        });
    return new SearchSheet(name, copies);
  }

  /** The series that the search belongs to. */
  public String name() {
    return name;
  }

  /** How many epochs there are. */
  public int size() {
    return numbers(EPOCH).length;
  }

  /** The epochs' numbers. */
  public double[] epochs() {
    return numbers(EPOCH);
  }

  /** Whether a column has a number in some epoch. */
  public boolean has(String column) {
    for (double value : numbers(column)) {
      if (Double.isFinite(value)) {
        return true;
      }
    }
    return false;
  }

  /** A column's values by epoch; NaN for blanks and texts; no values where there is no column. */
  public double[] numbers(String column) {
    return columns.getOrDefault(column, new double[0]).clone();
  }

  private static double number(String text) {
    try {
      return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
