package org.dartboard.importing.copies;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dartboard.importing.ImportException;
import org.dartboard.space.Cell;
import org.dartboard.space.CellSyntaxException;

/** The benchmark's order of architectures, in which every copy lists its figures. */
final class CellOrder {
  private final String file;
  private final List<Cell> cells;

  private CellOrder(String file, List<Cell> cells) {
    this.file = file;
    this.cells = cells;
  }

  /** The order of a file that has every cell once. */
  static CellOrder of(String file, List<String> architectures) throws ImportException {
    List<Cell> cells = new ArrayList<>();
    Set<Cell> seen = new HashSet<>();
    for (String architecture : architectures) {
      Cell cell;
      try {
        cell = Cell.parse(architecture);
      } catch (CellSyntaxException e) {
        throw new ImportException(file + ", row " + cells.size() + ": " + e.getMessage(), e);
      }
      if (!seen.add(cell)) {
        throw new ImportException(file + ", row " + cells.size() + ": " + cell + " is there twice");
      }
      cells.add(cell);
    }
    if (cells.size() != Cell.COUNT) {
      throw new ImportException(
          file + " has " + cells.size() + " architectures; the benchmark has " + Cell.COUNT);
    }
    return new CellOrder(file, List.copyOf(cells));
  }

  List<Cell> cells() {
    return cells;
  }

  /** Refuses a file that lists the architectures otherwise. */
  void requireSame(CellOrder other) throws ImportException {
    for (int row = 0; row < cells.size(); row++) {
      if (!cells.get(row).equals(other.cells.get(row))) {
        throw new ImportException(
            other.file
                + ", row "
                + row
                + ": "
                + other.cells.get(row)
                + " stands where "
                + file
                + " has "
                + cells.get(row));
      }
    }
  }
}
