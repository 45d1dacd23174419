package org.dartboard.table;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.dartboard.space.Cell;

/** Proxies or latencies: columns that a caller chooses by name, of all architectures or of some. */
public final class NamedColumns {
  private static final int NO_ROW = -1;

  private final Columns columns;
  private final List<String> names;
  private final int[] rowOfIndex;

  private NamedColumns(Columns columns, int[] rowOfIndex) {
    this.columns = columns;
    this.rowOfIndex = rowOfIndex;
    this.names =
        columns.part().columnNames().stream()
            .filter(name -> !name.equals(ColumnSpec.INDEX) && !name.equals(ColumnSpec.DATASET))
            .filter(columns.values()::containsKey)
            .toList();
  }

  /** The columns of a file that has one row for an architecture. */
  static NamedColumns of(Columns columns) {
    int[] rows = noRows();
    double[] index = columns.required(ColumnSpec.INDEX);
    for (int row = 0; row < index.length; row++) {
      rows[(int) index[row]] = row;
    }
    return new NamedColumns(columns, rows);
  }

  /** The columns of a file that has a row for an architecture and a dataset. */
  static NamedColumns of(Columns columns, Dataset dataset) {
    int[] rows = noRows();
    double[] index = columns.required(ColumnSpec.INDEX);
    double[] datasets = columns.required(ColumnSpec.DATASET);
    for (int row = 0; row < index.length; row++) {
      if (datasets[row] == dataset.ordinal()) {
        rows[(int) index[row]] = row;
      }
    }
    return new NamedColumns(columns, rows);
  }

  /** The columns' names, in the file's order. */
  public List<String> names() {
    return names;
  }

  /** How many architectures have values. */
  public int size() {
    return (int) Arrays.stream(rowOfIndex).filter(row -> row != NO_ROW).count();
  }

  /**
   * An architecture's value; empty if the file has none for it.
   *
   * @throws IllegalQueryException if no column has that name; it names those that there are
   */
  public OptionalDouble get(int index, String name) {
    if (!names.contains(name)) {
      throw new IllegalQueryException(
          columns.part() + " has no column '" + name + "'; it has " + String.join(", ", names));
    }
    int row = rowOfIndex[Nb201Table.checked(index)];
    if (row == NO_ROW) {
      return OptionalDouble.empty();
    }
    double value = columns.required(name)[row];
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static int[] noRows() {
    int[] rows = new int[Cell.COUNT];
    Arrays.fill(rows, NO_ROW);
    return rows;
  }
}
