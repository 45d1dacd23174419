package org.dartboard.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows under named columns, printed as aligned text, JSON or CSV.
 *
 * <p>A value is a text, a number, a boolean, a map or null. Text prints numbers as they are.
 */
final class Listing {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private final List<String> columns;
  private final List<List<@Nullable Object>> rows = new ArrayList<>();

  Listing(String... columns) {
    this.columns = List.of(columns);
  }

  /** Adds a row; there must be one value a column. */
  void add(@Nullable Object... values) {
    if (values.length != columns.size()) {
      throw new IllegalArgumentException(values.length + " values for " + columns);
    }
    rows.add(Arrays.asList(values));
  }

  /** The same rows with one more column, which has the same value in each. */
  Listing with(String column, Object value) {
    List<String> names = new ArrayList<>(columns);
    names.add(column);
    Listing more = new Listing(names.toArray(String[]::new));
    for (List<@Nullable Object> row : rows) {
      List<@Nullable Object> values = new ArrayList<>(row);
      values.add(value);
      more.rows.add(values);
    }
    return more;
  }

  /**
   * The rows of some listings one after another.
   *
   * @param listings one at least, all with the same columns
   */
  static Listing concat(List<Listing> listings) {
    Listing all = new Listing(listings.get(0).columns.toArray(String[]::new));
    listings.forEach(listing -> listing.rows.forEach(row -> all.add(row.toArray())));
    return all;
  }

  /** Prints all rows: JSON as an array of objects. */
  void print(PrintWriter out, OutputFormat format) {
    switch (format) {
      case TEXT -> printText(out);
      case JSON -> out.println(json().writeValueAsString(objects()));
      case CSV -> printCsv(out);
    }
    out.flush();
  }

  /** Prints the only row: JSON as one object, text as one line a column. */
  void printOne(PrintWriter out, OutputFormat format) {
    switch (format) {
      case TEXT ->
          objects().get(0).forEach((name, value) -> out.printf("%-14s %s%n", name, text(value)));
      case JSON -> out.println(json().writeValueAsString(objects().get(0)));
      case CSV -> printCsv(out);
    }
    out.flush();
  }

  private static JsonMapper json() {
    return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  }

  private List<Map<String, @Nullable Object>> objects() {
    List<Map<String, @Nullable Object>> objects = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      for (int column = 0; column < columns.size(); column++) {
        object.put(columns.get(column), row.get(column));
      }
      objects.add(object);
    }
    return objects;
  }

  private void printText(PrintWriter out) {
    int[] widths = new int[columns.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = columns.get(column).length();
      for (List<@Nullable Object> row : rows) {
        widths[column] = Math.max(widths[column], text(row.get(column)).length());
      }
    }
    printLine(out, widths, new ArrayList<>(columns), false);
    for (List<@Nullable Object> row : rows) {
      printLine(out, widths, row, true);
    }
  }

  private static void printLine(
      PrintWriter out,
      int[] widths,
      List<? extends @Nullable Object> values,
      boolean alignNumbers) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      Object value = values.get(column);
      String padding = " ".repeat(widths[column] - text(value).length());
      boolean right = alignNumbers && value instanceof Number;
      line.append(right ? padding : "").append(text(value)).append(right ? "" : padding);
      line.append("  ");
    }
    out.println(line.toString().stripTrailing());
  }

  private void printCsv(PrintWriter out) {
    try {
      CSVPrinter printer = new CSVPrinter(out, FORMAT);
      printer.printRecord(columns);
      for (List<@Nullable Object> row : rows) {
        printer.printRecord(row.stream().map(Listing::text).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
