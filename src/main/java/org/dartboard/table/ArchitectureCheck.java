package org.dartboard.table;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.dartboard.space.CanonicalForm;
import org.dartboard.space.Cell;
import org.jspecify.annotations.Nullable;

/** Checks that every cell is there once, and the isomorphism classes against our own. */
final class ArchitectureCheck {
  private final double[] cells;
  private final Consumer<Defect> defects;

  private ArchitectureCheck(double[] cells, Consumer<Defect> defects) {
    this.cells = cells;
    this.defects = defects;
  }

  static void check(
      double[] cells,
      double @Nullable [] representatives,
      double @Nullable [] sizes,
      Consumer<Defect> defects) {
    ArchitectureCheck check = new ArchitectureCheck(cells, defects);
    check.everyCellOnce();
    if (representatives != null) {
      check.classes(representatives, sizes);
    }
  }

  private void everyCellOnce() {
    int[] lineOfCell = new int[Cell.COUNT];
    for (int row = 0; row < cells.length; row++) {
      int cell = (int) cells[row];
      if (lineOfCell[cell] != 0) {
        defects.accept(
            new Defect(
                ColumnReader.lineOf(row),
                "arch_str",
                "a cell that no line before has",
                "that of line " + lineOfCell[cell]));
      }
      lineOfCell[cell] = ColumnReader.lineOf(row);
    }
  }

  private void classes(double[] representatives, double @Nullable [] sizes) {
    Map<CanonicalForm, Integer> first = new HashMap<>();
    int[] size = new int[cells.length];
    int[] expected = new int[cells.length];
    for (int row = 0; row < cells.length; row++) {
      Integer known = first.putIfAbsent(CanonicalForm.of(new Cell((int) cells[row])), row);
      expected[row] = known == null ? row : known;
      size[expected[row]]++;
    }
    for (int row = 0; row < cells.length; row++) {
      compare(row, "iso_rep", expected[row], representatives[row]);
      if (sizes != null) {
        compare(row, "iso_size", size[expected[row]], sizes[row]);
      }
    }
  }

  private void compare(int row, String column, int expected, double actual) {
    if (actual != expected) {
      defects.accept(
          new Defect(
              ColumnReader.lineOf(row),
              column,
              expected + ", by the cell's canonical form",
              Integer.toString((int) actual)));
    }
  }
}
