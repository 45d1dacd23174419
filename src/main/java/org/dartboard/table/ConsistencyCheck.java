package org.dartboard.table;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks that what the files say of one architecture fits together. */
final class ConsistencyCheck {
  private final Map<TablePart, Columns> columns;
  private final Map<TablePart, Defects> defects;

  private ConsistencyCheck(Map<TablePart, Columns> columns, Map<TablePart, Defects> defects) {
    this.columns = columns;
    this.defects = defects;
  }

  /** Adds a defect wherever two columns contradict each other. */
  static void check(Map<TablePart, Columns> columns, Map<TablePart, Defects> defects) {
    ConsistencyCheck check = new ConsistencyCheck(columns, defects);
    double[] cells = check.column(TablePart.ARCHITECTURES, "arch_str");
    if (cells == null) {
      return;
    }
    check.opCodes(TablePart.ARCHITECTURES, cells);
    check.opCodes(TablePart.ACCURACIES, cells);
    check.architectures(cells);
    check.seeds();
    check.costs(cells);
  }

  private void opCodes(TablePart part, double[] cells) {
    double[] codes = column(part, "ops");
    if (codes == null) {
      return;
    }
    for (int row = 0; row < codes.length; row++) {
      if (codes[row] != cells[row]) {
        add(
            part,
            new Defect(
                ColumnReader.lineOf(row),
                "ops",
                ValueKind.OP_CODE.decode((long) cells[row]) + ", by the architecture string",
                ValueKind.OP_CODE.decode((long) codes[row])));
      }
    }
  }

  private void architectures(double[] cells) {
    ArchitectureCheck.check(
        cells,
        column(TablePart.ARCHITECTURES, "iso_rep"),
        column(TablePart.ARCHITECTURES, "iso_size"),
        defect -> add(TablePart.ARCHITECTURES, defect));
  }

  private void seeds() {
    Columns seeds = columns.get(TablePart.SEEDS);
    if (seeds != null) {
      SeedCheck.check(
          seeds, columns.get(TablePart.ACCURACIES), defect -> add(TablePart.SEEDS, defect));
    }
  }

  private void costs(double[] cells) {
    Columns costs = columns.get(TablePart.COSTS);
    if (costs != null) {
      CostCheck.check(costs, cells, defect -> add(TablePart.COSTS, defect));
    }
  }

  private void add(TablePart part, Defect defect) {
    Defects file = defects.get(part);
    if (file != null) {
      file.add(defect);
    }
  }

  private double @Nullable [] column(TablePart part, String name) {
    Columns of = columns.get(part);
    return of == null ? null : of.get(name);
  }
}
