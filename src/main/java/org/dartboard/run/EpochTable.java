package org.dartboard.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;

/**
 * What a supernet search logged, as the ledger keeps it: a line an epoch, and one for the numbers
 * that the method gave at the end.
 *
 * <p>Texts are as in the file; a blank is a value that there is not. Columns are found by name, so
 * a log may have any that its search wrote. p and q are left out where they follow from the rest: p
 * where it is the softmax of alpha, q where it is 1. {@link #number} gives them all the same.
 *
 * @param columns names, the first is {@code epoch}
 * @param lines one a kept epoch, in order
 * @param end the method's own numbers at the end, by name
 */
public record EpochTable(List<String> columns, List<List<String>> lines, Map<String, String> end) {
  /** The first column: the epoch's number from 1, or {@link #END}. */
  public static final String EPOCH = "epoch";

  /** What the first column says in the line with the numbers at the end. */
  public static final String END = "end";

  /** The op code of the cell that the search would have found after the epoch. */
  public static final String CELL = "cell";

  /** A table without an epoch. */
  public static final EpochTable NOTHING = new EpochTable(List.of(EPOCH), List.of(), Map.of());

  public EpochTable {
    columns = List.copyOf(columns);
    lines = lines.stream().map(List::copyOf).toList();
    end = Collections.unmodifiableMap(new LinkedHashMap<>(end));
  }

  /** The numbers of the kept epochs. */
  public List<Integer> epochs() {
    return texts(EPOCH).stream().map(Integer::valueOf).toList();
  }

  /** Whether the log has a column, blank or not. */
  public boolean has(String column) {
    return columns.contains(column);
  }

  /** A column's texts by epoch; all blank where there is no such column. */
  public List<String> texts(String column) {
    int position = columns.indexOf(column);
    return lines.stream().map(line -> position < 0 ? "" : line.get(position)).toList();
  }

  /** A column's numbers by epoch; NaN for a blank or where there is no such column. */
  public double[] numbers(String column) {
    return texts(column).stream().mapToDouble(EpochTable::number).toArray();
  }

  /** A number at the end: the method's own if it gave one of that name, else the last epoch's. */
  public OptionalDouble last(String column) {
    double value = number(end.getOrDefault(column, ""));
    if (Double.isNaN(value) && !lines.isEmpty()) {
      double[] all = numbers(column);
      value = all[all.length - 1];
    }
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** The current cell by epoch; empty where the method has none before its end. */
  public List<Optional<Cell>> cells() {
    return texts(CELL).stream()
        .map(code -> code.isEmpty() ? Optional.<Cell>empty() : Optional.of(Cell.ofCode(code)))
        .toList();
  }

  /**
   * alpha by epoch, edge and operation, each line as 6 times 5 numbers; NaN where there is none.
   */
  public List<double[]> alpha() {
    return matrix("alpha_");
  }

  /** p by epoch, edge and operation: as logged, else the softmax of alpha. */
  public List<double[]> operationWeights() {
    return has(SearchColumns.name("p_", Edge.all().get(0), Operation.NONE))
        ? matrix("p_")
        : alpha().stream().map(SearchColumns::softmax).toList();
  }

  private List<double[]> matrix(String prefix) {
    List<double[]> columnsOf = new ArrayList<>();
    for (String name : SearchColumns.names(prefix)) {
      columnsOf.add(numbers(name));
    }
    List<double[]> matrix = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) {
      double[] values = new double[columnsOf.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = columnsOf.get(i)[line];
      }
      matrix.add(values);
    }
    return matrix;
  }

  private static double number(String text) {
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }
}
