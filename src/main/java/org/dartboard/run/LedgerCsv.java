package org.dartboard.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.dartboard.io.AtomicFiles;
import org.dartboard.space.Cell;

/** The lines of the ledger's CSV files; strict in what it reads. */
final class LedgerCsv {
  /** What stands in place of the cell of a trial that failed. */
  static final String FAILED = "failed";

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private LedgerCsv() {}

  /** The columns of a search's log, the first of which is the epoch. */
  static List<String> header(Path file) throws IOException {
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
      for (CSVRecord record : parser) {
        if (record.get(0).equals(EpochTable.EPOCH)) {
          return record.toList();
        }
        throw new LedgerFormatException(
            "%s, line 1: expected columns of which the first is '%s', found %s"
                .formatted(file, EpochTable.EPOCH, record.toList()));
      }
    } catch (UncheckedIOException e) {
      throw new LedgerFormatException(file + " is not a CSV file: " + e.getMessage());
    }
    throw new LedgerFormatException(file + " is empty; expected the log of a search");
  }

  /** Writes a file anew. */
  static void write(Path file, List<String> columns, List<List<String>> lines) throws IOException {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      printer.printRecord(columns);
      printer.printRecords(lines);
    }
    AtomicFiles.write(file, text.toString());
  }

  /**
   * The lines of a file; none where it is missing.
   *
   * @throws LedgerFormatException if it has other columns or was cut off
   */
  static List<Line> read(Path file, List<String> columns) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<Line> lines = new ArrayList<>();
    boolean header = false;
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
      for (CSVRecord record : parser) {
        long number = parser.getCurrentLineNumber();
        if (!header) {
          header = true;
          if (!record.toList().equals(columns)) {
            throw new LedgerFormatException(
                "%s, line 1: expected the columns %s, found %s"
                    .formatted(file, columns, record.toList()));
          }
        } else if (record.size() != columns.size()) {
          throw new LedgerFormatException(
              "%s, line %d: expected %d values, found %d; is the file cut off?"
                  .formatted(file, number, columns.size(), record.size()));
        } else {
          lines.add(new Line(file, number, columns, record.toList()));
        }
      }
    } catch (UncheckedIOException e) {
      throw new LedgerFormatException(file + " is not a CSV file: " + e.getMessage());
    }
    if (!header) {
      throw new LedgerFormatException(file + " is empty; expected the columns " + columns);
    }
    return lines;
  }

  /** One line of a file, which reads its own values and says what is wrong with them. */
  record Line(Path file, long number, List<String> columns, List<String> values) {
    String text(String column) {
      return values.get(columns.indexOf(column));
    }

    long wholeNumber(String column) {
      String value = text(column);
      if (!value.matches("\\d{1,9}")) {
        throw defect(column, "a whole number, 0 or more");
      }
      return Long.parseLong(value);
    }

    double number(String column) {
      try {
        double value = Double.parseDouble(text(column));
        if (Double.isFinite(value)) {
          return value;
        }
      } catch (NumberFormatException e) {
        // Said below, together with values that are no finite number.
      }
      throw defect(column, "a finite number");
    }

    Cell cell(String column) {
      String value = text(column);
      if (!value.matches("[0-4]{6}")) {
        throw defect(column, "an op code of six digits 0 to 4, or '" + FAILED + "'");
      }
      return Cell.ofCode(value);
    }

    /** Checks a value of a search's log: an epoch, a cell or a number; only numbers may lack. */
    void checkLogged(String column) {
      String value = text(column);
      if (column.equals(EpochTable.EPOCH)) {
        if (!value.equals(EpochTable.END) && !value.matches("\\d{1,6}")) {
          throw defect(column, "an epoch's number or '" + EpochTable.END + "'");
        }
      } else if (column.equals(EpochTable.CELL)) {
        if (!value.isEmpty()) {
          cell(column);
        }
      } else if (!value.isEmpty()
          && !value.matches("-?(\\d+(\\.\\d+)?([Ee][+-]?\\d+)?|Infinity)")) {
        throw defect(column, "a number or nothing");
      }
    }

    LedgerFormatException defect(String column, String expected) {
      return new LedgerFormatException(
          "%s, line %d, column %s: expected %s, found '%s'. Restore the file from version control,"
                  .formatted(file, number, column, expected, text(column))
              + " or delete it and run its claims again.");
    }
  }
}
