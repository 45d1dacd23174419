package org.dartboard.importing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.dartboard.table.TablePart;

/**
 * The text of one of the table's files: columns of any kind, a line an architecture, lines ended by
 * LF.
 */
public final class TableText {
  private static final int DECIMALS = 6;

  private final TablePart part;
  private final Map<String, IntFunction<String>> columns = new LinkedHashMap<>();

  public TableText(TablePart part) {
    this.part = part;
  }

  public TablePart part() {
    return part;
  }

  /** Adds a column of texts by row. */
  public TableText texts(String name, IntFunction<String> texts) {
    if (!part.columnNames().contains(name)) {
      throw new IllegalArgumentException(part + " has no column " + name);
    }
    columns.put(name, texts);
    return this;
  }

  /** Adds a column of whole numbers. */
  public TableText whole(String name, int[] values) {
    return texts(name, row -> Integer.toString(values[row]));
  }

  /** Adds a column of numbers, rounded to six decimals; NaN is a blank field. */
  public TableText decimals(String name, double[] values) {
    return texts(name, row -> sixDecimals(values[row]));
  }

  /** The names of the columns in the file's order. */
  public List<String> columnNames() {
    return part.columnNames().stream().filter(columns::containsKey).toList();
  }

  /** The whole file. */
  public String text(int rows) {
    List<IntFunction<String>> ordered = new ArrayList<>();
    columnNames().forEach(name -> ordered.add(column(name)));
    StringBuilder text = new StringBuilder(String.join(",", columnNames())).append('\n');
    for (int row = 0; row < rows; row++) {
      text.append(row(ordered, row)).append('\n');
    }
    return text.toString();
  }

  private static String row(List<IntFunction<String>> columns, int row) {
    List<String> fields = new ArrayList<>(columns.size());
    columns.forEach(column -> fields.add(column.apply(row)));
    return String.join(",", fields);
  }

  private IntFunction<String> column(String name) {
    IntFunction<String> column = columns.get(name);
    if (column == null) {
      throw new IllegalStateException(name);
    }
    return column;
  }

  /** A number rounded to six decimals, without zeros at its end; nothing for NaN. */
  public static String sixDecimals(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    BigDecimal rounded = new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
