package org.dartboard.reproduce;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.dartboard.claim.Column;
import org.dartboard.claim.LogStatistic;
import org.dartboard.run.EpochTable;
import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;
import org.dartboard.statistics.Correlation;
import org.dartboard.table.Dataset;
import org.dartboard.table.Epochs;
import org.dartboard.table.Split;

/**
 * A search's log with the columns that follow from it: {@code skips} and {@code regret} of the
 * current cell (to the best CIFAR-10 validation accuracy after 200 epochs, in points; {@code
 * regret_cifar100_test} and {@code regret_ImageNet16-120_test} to the best of those), {@code
 * skip_weight}, the mean over the edges of p of the skip connection, {@code leading_skips}, the
 * number of edges on which it has the largest p but for {@code none}, {@code alpha_spread}, the
 * mean over the edges of the standard deviation of alpha over the operations, and {@code
 * held_out_gap}, the accuracy of the final mixture less that of the same weights in the found cell.
 * Any other column is taken as the search wrote it.
 *
 * @param log as the ledger has it
 * @param scores of the fixed random cells by epoch; {@code kendall} and {@code spearman} are their
 *     rank correlations with the CIFAR-10 validation accuracies
 * @param found the cell that the search ended with
 */
record SearchLog(EpochTable log, EpochTable scores, Cell found) {
  static final String SKIPS = "skips";
  static final String REGRET = "regret";
  static final String SKIP_WEIGHT = "skip_weight";
  static final String LEADING_SKIPS = "leading_skips";
  static final String ALPHA_SPREAD = "alpha_spread";
  static final String KENDALL = "kendall";
  static final String SPEARMAN = "spearman";
  static final String REGRET_CIFAR100 = "regret_cifar100_test";
  static final String REGRET_IMAGENET = "regret_ImageNet16-120_test";
  static final String HELD_OUT_GAP = "held_out_gap";

  private static final String HELD_OUT = "held_out_accuracy";
  private static final String HELD_OUT_OF_CELL = "held_out_accuracy_of_cell";

  private static final Column COLUMN =
      new Column(Dataset.CIFAR10_VALID, Split.VALID, Epochs.TWO_HUNDRED);
  private static final Column CIFAR100 =
      new Column(Dataset.CIFAR100, Split.TEST, Epochs.TWO_HUNDRED);
  private static final Column IMAGENET =
      new Column(Dataset.IMAGENET16_120, Split.TEST, Epochs.TWO_HUNDRED);

  /**
   * The columns that follow from a log.
   *
   * @param logged the log's own
   */
  static Set<String> derived(Set<String> logged) {
    Set<String> derived =
        new TreeSet<>(
            Set.of(
                SKIPS,
                REGRET,
                REGRET_CIFAR100,
                REGRET_IMAGENET,
                SKIP_WEIGHT,
                LEADING_SKIPS,
                ALPHA_SPREAD,
                KENDALL,
                SPEARMAN));
    if (logged.contains(HELD_OUT) && logged.contains(HELD_OUT_OF_CELL)) {
      derived.add(HELD_OUT_GAP);
    }
    return derived;
  }

  /** A column by epoch; NaN where the log has no value. */
  double[] column(String name, CellFigures figures) {
    return switch (name) {
      case SKIPS -> ofCells(cell -> cell.count(Operation.SKIP_CONNECT));
      case REGRET -> ofCells(cell -> regret(cell, COLUMN, figures));
      case REGRET_CIFAR100 -> ofCells(cell -> regret(cell, CIFAR100, figures));
      case REGRET_IMAGENET -> ofCells(cell -> regret(cell, IMAGENET, figures));
      case SKIP_WEIGHT -> weights(Operation.SKIP_CONNECT);
      case LEADING_SKIPS ->
          log.operationWeights().stream().mapToDouble(SearchLog::leadingSkips).toArray();
      case HELD_OUT_GAP -> less(log.numbers(HELD_OUT), log.numbers(HELD_OUT_OF_CELL));
      case KENDALL -> agreements(figures, Correlation::kendall);
      case SPEARMAN -> agreements(figures, Correlation::spearman);
      case ALPHA_SPREAD -> log.alpha().stream().mapToDouble(SearchLog::spread).toArray();
      default -> log.numbers(name);
    };
  }

  /** p of an operation by epoch, the mean over the edges. */
  double[] weights(Operation operation) {
    return log.operationWeights().stream()
        .mapToDouble(
            p ->
                Edge.all().stream()
                    .mapToDouble(edge -> p[edge.ordinal() * Operation.COUNT + operation.code()])
                    .average()
                    .orElseThrow())
        .toArray();
  }

  /** What a column comes down to; NaN where it has no value. */
  double statistic(String name, LogStatistic statistic, CellFigures figures) {
    double[] values = column(name, figures);
    double end = end(name, values, figures);
    double[] epochs = log.epochs().stream().mapToDouble(Integer::doubleValue).toArray();
    return switch (statistic) {
      case END -> end;
      case CHANGE ->
          end - Arrays.stream(values).filter(Double::isFinite).findFirst().orElse(Double.NaN);
      case SLOPE -> slope(epochs, values);
      case FALL -> end - Arrays.stream(values).filter(Double::isFinite).max().orElse(Double.NaN);
    };
  }

  private double end(String name, double[] values, CellFigures figures) {
    return switch (name) {
      case SKIPS -> found.count(Operation.SKIP_CONNECT);
      case REGRET -> regret(found, COLUMN, figures);
      case REGRET_CIFAR100 -> regret(found, CIFAR100, figures);
      case REGRET_IMAGENET -> regret(found, IMAGENET, figures);
      case HELD_OUT_GAP ->
          log.last(HELD_OUT).orElse(Double.NaN) - log.last(HELD_OUT_OF_CELL).orElse(Double.NaN);
      case SKIP_WEIGHT, LEADING_SKIPS, ALPHA_SPREAD ->
          values.length == 0 ? Double.NaN : values[values.length - 1];
      default -> {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        yield log.last(name).orElse(finite.length == 0 ? Double.NaN : finite[finite.length - 1]);
      }
    };
  }

  /** Of the least-squares line through the points that have a value. */
  static double slope(double[] x, double[] y) {
    int[] known = IntStream.range(0, y.length).filter(i -> Double.isFinite(y[i])).toArray();
    double meanX = Arrays.stream(known).mapToDouble(i -> x[i]).average().orElse(Double.NaN);
    double meanY = Arrays.stream(known).mapToDouble(i -> y[i]).average().orElse(Double.NaN);
    double products = 0;
    double squares = 0;
    for (int i : known) {
      products += (x[i] - meanX) * (y[i] - meanY);
      squares += (x[i] - meanX) * (x[i] - meanX);
    }
    return squares == 0 ? Double.NaN : products / squares;
  }

  private double[] ofCells(ToDoubleFunction<Cell> value) {
    return log.cells().stream()
        .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : value.applyAsDouble(cell.get()))
        .toArray();
  }

  private static double regret(Cell cell, Column column, CellFigures figures) {
    return figures.best(column) - figures.of(cell, column);
  }

  /** A rank correlation by epoch of the log; NaN where the cells were not scored. */
  private double[] agreements(
      CellFigures figures, BiFunction<double[], double[], OptionalDouble> correlation) {
    List<String> cells =
        scores.columns().stream().filter(column -> column.matches("[0-4]{6}")).toList();
    List<Double> accuracies = figures.of(cells.stream().map(Cell::ofCode).toList(), COLUMN);
    double[] known = accuracies.stream().mapToDouble(Double::doubleValue).toArray();
    double[][] scored = cells.stream().map(scores::numbers).toArray(double[][]::new);
    List<Integer> epochs = scores.epochs();
    return log.epochs().stream()
        .mapToDouble(
            epoch -> {
              int line = epochs.indexOf(epoch);
              if (line < 0) {
                return Double.NaN;
              }
              double[] now = Arrays.stream(scored).mapToDouble(cell -> cell[line]).toArray();
              return correlation.apply(now, known).orElse(Double.NaN);
            })
        .toArray();
  }

  private static double leadingSkips(double[] p) {
    double leading = Double.isNaN(p[0]) ? Double.NaN : 0;
    for (Edge edge : Edge.all()) {
      int first = edge.ordinal() * Operation.COUNT;
      double skip = p[first + Operation.SKIP_CONNECT.code()];
      boolean leads =
          Arrays.stream(Operation.values())
              .filter(operation -> operation != Operation.NONE)
              .allMatch(operation -> p[first + operation.code()] <= skip);
      leading += leads ? 1 : 0;
    }
    return leading;
  }

  private static double[] less(double[] values, double[] others) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i] - others[i]).toArray();
  }

  private static double spread(double[] alpha) {
    return Edge.all().stream()
        .mapToDouble(
            edge -> {
              List<Double> values =
                  IntStream.range(0, Operation.COUNT)
                      .mapToObj(operation -> alpha[edge.ordinal() * Operation.COUNT + operation])
                      .toList();
              double mean = values.stream().mapToDouble(v -> v).average().orElseThrow();
              return Math.sqrt(
                  values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum()
                      / Operation.COUNT);
            })
        .average()
        .orElseThrow();
  }
}
