package org.dartboard.report.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads one CSV file with a known header; what is wrong with it goes into the list of problems. */
final class SheetReader {
  static final String AGAIN = "; reproduce the claim again to write it anew";

  private final Problems problems;

  SheetReader(Problems problems) {
    this.problems = problems;
  }

  /** The file's bytes; none, and a problem, where there is no such file. */
  byte[] bytes(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      problems.add(file, "expected a file, found none" + AGAIN);
      return new byte[0];
    }
    return Files.readAllBytes(file);
  }

  /**
   * The rows under the header, or under that of a {@linkplain Sheet#marked marked} sheet; those
   * before the first damage where the file is damaged.
   */
  List<SheetRow> rows(Path file, byte[] content, List<String> header) throws IOException {
    List<SheetRow> rows = new ArrayList<>();
    if (content.length == 0) {
      if (Files.isRegularFile(file)) {
        problems.add(file, "expected a header, found an empty file" + AGAIN);
      }
      return rows;
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      problems.add(file, "expected text in UTF-8, found other bytes" + AGAIN);
      return rows;
    }
    if (!text.endsWith("\n")) {
      problems.add(
          file,
          text.lines().count(),
          "expected a line feed at the end, found the end of the file: it is truncated" + AGAIN);
      return rows;
    }
    try (CSVParser parser = CSVParser.parse(text, Sheet.FORMAT)) {
      read(file, parser, header, rows);
    } catch (UncheckedIOException | IOException e) {
      problems.add(
          file, "expected CSV, found a quote that does not fit: " + e.getMessage() + AGAIN);
    }
    return rows;
  }

  private void read(Path file, CSVParser parser, List<String> expected, List<SheetRow> rows) {
    List<String> header = expected;
    long line = 1;
    for (CSVRecord record : parser) {
      List<String> fields = record.toList();
      if (record.getRecordNumber() == 1) {
        if (fields.equals(Sheet.marked(expected))) {
          header = fields;
        } else if (!fields.equals(header)) {
          problems.add(
              file,
              line,
              "expected the header "
                  + String.join(",", header)
                  + ", found "
                  + Quoted.text(String.join(",", fields))
                  + ": a file of another program or format"
                  + AGAIN);
          return;
        }
      } else if (fields.size() != header.size()) {
        problems.add(
            file, line, "expected " + header.size() + " fields, found " + fields.size() + AGAIN);
      } else {
        rows.add(new SheetRow(file, line, header, fields, problems));
      }
      line = parser.getCurrentLineNumber() + 1;
    }
  }
}
