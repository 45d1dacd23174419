package org.dartboard.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a file's bytes into columns and checks every field on its own.
 *
 * <p>The files quote nothing, so that a field is what stands between two commas. Lines end in LF or
 * CRLF. Columns may come in any order, and all but the index may be absent.
 */
final class ColumnReader {
  private final TablePart part;
  private final byte[] bytes;
  private final Defects defects;
  private final List<ColumnSpec> specs = new ArrayList<>();
  private final List<double[]> values = new ArrayList<>();

  private ColumnReader(TablePart part, byte[] bytes, Defects defects) {
    this.part = part;
    this.bytes = bytes;
    this.defects = defects;
  }

  /** The columns of a file; they mean something only if no defect was added. */
  static Columns read(TablePart part, byte[] bytes, Defects defects) {
    ColumnReader reader = new ColumnReader(part, bytes, defects);
    int headerEnd = reader.lineEnd(0);
    Header header = Header.read(part, reader.line(0, headerEnd));
    header.defects().forEach(defects::add);
    if (header.defects().isEmpty()) {
      reader.readRows(header.specs(), headerEnd + 1);
    }
    return reader.columns();
  }

  private void readRows(List<ColumnSpec> header, int from) {
    for (ColumnSpec spec : header) {
      double[] column = new double[part.rows()];
      Arrays.fill(column, Double.NaN);
      specs.add(spec);
      values.add(column);
    }
    int row = 0;
    int start = from;
    while (start < bytes.length) {
      start = (row < part.rows() ? readRow(row, start) : lineEnd(start)) + 1;
      row++;
    }
    if (row != part.rows()) {
      defects.add(
          Defect.ofFile(
              part.rows() + " lines below the header",
              row + (start > bytes.length ? ", the last of them not ended" : "")));
    }
  }

  /** Reads a row and gives the position of the end of its line. */
  private int readRow(int row, int from) {
    int start = from;
    int last = specs.size() - 1;
    for (int column = 0; column <= last; column++) {
      int end = fieldEnd(start);
      boolean atLineEnd = end == bytes.length || bytes[end] == '\n';
      if (atLineEnd != (column == last)) {
        refuseRow(row, from);
        return lineEnd(from);
      }
      readField(row, column, start, atLineEnd ? trimmed(start, end) : end);
      start = end + 1;
    }
    return start - 1;
  }

  private void refuseRow(int row, int from) {
    String line = line(from, lineEnd(from));
    long fields = line.chars().filter(character -> character == ',').count() + 1;
    defects.add(
        new Defect(
            lineOf(row), null, specs.size() + " fields", fields + ": " + Defect.quote(line)));
  }

  private void readField(int row, int column, int from, int to) {
    ColumnSpec spec = specs.get(column);
    if (from == to) {
      if (!spec.blankAllowed()) {
        defects.add(new Defect(lineOf(row), spec.name(), spec.expectation(), "nothing"));
      }
      return;
    }
    double value = FieldReader.read(spec.kind(), bytes, from, to);
    if (value >= spec.minimum() && value <= spec.maximum()) {
      values.get(column)[row] = value;
    } else {
      String field = Defect.quote(FieldReader.text(bytes, from, to));
      defects.add(new Defect(lineOf(row), spec.name(), spec.expectation(), field));
    }
  }

  /** The line of a row in the file, which counts from 1 and begins with the header. */
  static int lineOf(int row) {
    return row + 2;
  }

  private Columns columns() {
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (int column = 0; column < specs.size(); column++) {
      columns.put(specs.get(column).name(), values.get(column));
    }
    return new Columns(part, columns);
  }

  private int lineEnd(int from) {
    int position = from;
    while (position < bytes.length && bytes[position] != '\n') {
      position++;
    }
    return position;
  }

  private int trimmed(int from, int to) {
    return to > from && bytes[to - 1] == '\r' ? to - 1 : to;
  }

  private int fieldEnd(int from) {
    int position = from;
    while (position < bytes.length && bytes[position] != ',' && bytes[position] != '\n') {
      position++;
    }
    return position;
  }

  private String line(int from, int to) {
    return FieldReader.text(bytes, from, trimmed(from, to));
  }
}
