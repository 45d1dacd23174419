package org.dartboard.table;

import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.dartboard.space.Cell;
import org.dartboard.space.NetworkCost;
import org.jspecify.annotations.Nullable;

/** Checks stored parameters and FLOPs against those that follow from the cell. */
final class CostCheck {
  private static final double MILLION = 1e6;

  /** Stored FLOPs are rounded to five decimals of a million. */
  private static final double ROUNDING = 1e-4;

  private final Columns costs;
  private final NetworkCost[] exact;
  private final Consumer<Defect> defects;

  private CostCheck(Columns costs, NetworkCost[] exact, Consumer<Defect> defects) {
    this.costs = costs;
    this.exact = exact;
    this.defects = defects;
  }

  static void check(Columns costs, double[] cells, Consumer<Defect> defects) {
    for (Dataset dataset :
        new Dataset[] {Dataset.CIFAR10, Dataset.CIFAR100, Dataset.IMAGENET16_120}) {
      NetworkCost[] exact = new NetworkCost[cells.length];
      for (int row = 0; row < cells.length; row++) {
        exact[row] = NetworkCost.of(new Cell((int) cells[row]), dataset.network());
      }
      CostCheck check = new CostCheck(costs, exact, defects);
      check.parameters(Costs.parametersColumn(dataset));
      if (dataset == Dataset.CIFAR10) {
        check.flag(
            Costs.PARAMETERS_MISMATCH, costs.get(Costs.STORED_PARAMETERS), NetworkCost::parameters);
        check.flag(
            Costs.FLOPS_MISMATCH, costs.get(Costs.storedFlopsColumn(dataset)), NetworkCost::flops);
      }
    }
  }

  private void parameters(String column) {
    double[] stored = costs.get(column);
    if (stored == null) {
      return;
    }
    for (int row = 0; row < stored.length; row++) {
      if (Math.round(stored[row] * MILLION) != exact[row].parameters()) {
        defects.accept(
            new Defect(
                ColumnReader.lineOf(row),
                column,
                exact[row].parameters() / MILLION + ", by the cell",
                Double.toString(stored[row])));
      }
    }
  }

  private void flag(String column, double @Nullable [] stored, ToLongFunction<NetworkCost> figure) {
    double[] flags = costs.get(column);
    if (flags == null || stored == null) {
      return;
    }
    for (int row = 0; row < flags.length; row++) {
      double expected = figure.applyAsLong(exact[row]) / MILLION;
      boolean differs = Math.abs(stored[row] - expected) > ROUNDING;
      if (differs != (flags[row] == 1)) {
        defects.accept(
            new Defect(
                ColumnReader.lineOf(row),
                column,
                (differs ? "1" : "0")
                    + ", since "
                    + stored[row]
                    + " is stored and "
                    + expected
                    + " follows from the cell",
                differs ? "0" : "1"));
      }
    }
  }
}
