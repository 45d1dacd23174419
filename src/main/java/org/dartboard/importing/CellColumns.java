package org.dartboard.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dartboard.space.CanonicalForm;
import org.dartboard.space.Cell;
import org.dartboard.space.NetworkCost;
import org.dartboard.table.Dataset;
import org.dartboard.table.TablePart;

/** The columns that follow from the cells and their order alone. */
public final class CellColumns {
  private static final double MILLION = 1e6;

  private final List<Cell> cells;

  /**
   * @param cells one a row
   */
  public CellColumns(List<Cell> cells) {
    this.cells = List.copyOf(cells);
  }

  /** How many rows there are. */
  public int rows() {
    return cells.size();
  }

  /** A file that has the column of indices, 0 and up. */
  public TableText start(TablePart part) {
    return new TableText(part).texts("index", Integer::toString);
  }

  /** The file of the architectures. */
  public TableText architectures() {
    Map<CanonicalForm, List<Integer>> classes = new HashMap<>();
    List<CanonicalForm> forms = cells.stream().map(CanonicalForm::of).toList();
    for (int row = 0; row < rows(); row++) {
      classes.computeIfAbsent(forms.get(row), form -> new ArrayList<>()).add(row);
    }
    List<List<Integer>> siblings =
        forms.stream().map(form -> classes.getOrDefault(form, List.of())).toList();
    return start(TablePart.ARCHITECTURES)
        .texts("ops", this::code)
        .texts("iso_rep", row -> siblings.get(row).get(0).toString())
        .texts("iso_size", row -> Integer.toString(siblings.get(row).size()))
        .texts("arch_str", row -> cells.get(row).toString());
  }

  /** The op code of a row. */
  public String code(int row) {
    return cells.get(row).code();
  }

  /** Millions of parameters, exact. */
  public double[] parameters(Dataset dataset) {
    return IntStream.range(0, rows())
        .mapToDouble(row -> cost(row, dataset).parameters())
        .map(count -> count / MILLION)
        .toArray();
  }

  /** Millions of multiply-adds, exact. */
  public double[] flops(Dataset dataset) {
    return IntStream.range(0, rows())
        .mapToDouble(row -> cost(row, dataset).flops())
        .map(count -> count / MILLION)
        .toArray();
  }

  private NetworkCost cost(int row, Dataset dataset) {
    return NetworkCost.of(cells.get(row), dataset.network());
  }
}
