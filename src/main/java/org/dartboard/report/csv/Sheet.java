package org.dartboard.report.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dartboard.report.data.StandInWords;

/**
 * One CSV file in memory: a header and rows of as many fields.
 *
 * @param header the columns' names
 * @param rows the fields of each row
 */
record Sheet(List<String> header, List<List<String>> rows) {
  /** The column of {@link #marked}. */
  static final String STAND_IN = "stand_in";

  static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

  /**
   * The sheet with a last column, the same in every row, that says what its figures stand in for.
   *
   * @param standIn what must be said of them; blank, and no such column, where they are published
   *     data
   */
  Sheet marked(String standIn) {
    if (standIn.isBlank()) {
      return this;
    }
    String headline = StandInWords.headline(standIn);
    return new Sheet(
        marked(header), rows.stream().map(fields -> appended(fields, headline)).toList());
  }

  /** The header of a sheet that says what its figures stand in for. */
  static List<String> marked(List<String> header) {
    return appended(header, STAND_IN);
  }

  private static List<String> appended(List<String> fields, String last) {
    List<String> longer = new ArrayList<>(fields);
    longer.add(last);
    return longer;
  }

  /** The file's text: commas, quotes where needed, a line feed after each row. */
  String text() {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      printer.printRecord(header);
      for (List<String> row : rows) {
        printer.printRecord(row);
      }
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
    return text.toString();
  }
}
