package org.dartboard.importing.copies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dartboard.importing.ImportException;
import org.dartboard.space.Cell;

/** A copy that is a CSV file with a header and a line an architecture. */
final class CsvCopy {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private final Path file;
  private final List<CSVRecord> rows;

  private CsvCopy(Path file, List<CSVRecord> rows) {
    this.file = file;
    this.rows = rows;
  }

  static CsvCopy read(Path file) throws IOException {
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
      return of(file, parser.getRecords());
    } catch (UncheckedIOException e) {
      throw new ImportException(file + " is no CSV file: " + e.getMessage(), e);
    }
  }

  private static CsvCopy of(Path file, List<CSVRecord> rows) throws ImportException {
    if (rows.size() != Cell.COUNT) {
      throw new ImportException(
          file + " has " + rows.size() + " rows; the benchmark has " + Cell.COUNT);
    }
    return new CsvCopy(file, rows);
  }

  List<String> texts(String column) throws ImportException {
    if (!rows.get(0).isMapped(column)) {
      throw new ImportException(file + " has no column " + column);
    }
    return rows.stream().map(row -> row.get(column)).toList();
  }

  double[] numbers(String column) throws ImportException {
    List<String> texts = texts(column);
    double[] numbers = new double[texts.size()];
    for (int row = 0; row < numbers.length; row++) {
      numbers[row] = Numbers.parse(texts.get(row), file, row);
    }
    return numbers;
  }

  CellOrder order(String column) throws ImportException {
    return CellOrder.of(file.toString(), texts(column));
  }
}
