package org.dartboard.embedded;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.dartboard.space.Cell;
import org.dartboard.space.FunctionalForm;
import org.dartboard.space.Operation;
import org.dartboard.table.AccuracyKey;
import org.dartboard.table.Nb201Table;

/**
 * How a table ranks the cells of nothing but skip connections and zeros that pass something on, in
 * one of its accuracies: what a method that collapses to skips is punished with there.
 *
 * @param cells how many there are
 * @param mean of their accuracies in percent
 * @param belowMedian the share of them that is below the median of all cells, from 0 to 1
 * @param inLowestQuarter the share of them that is below the lowest quartile of all cells
 * @param allSkip the accuracy of the cell with a skip connection on every edge, in percent
 * @param below the share of all cells that are below that one
 */
record SkipCells(
    int cells,
    double mean,
    double belowMedian,
    double inLowestQuarter,
    double allSkip,
    double below) {

  static SkipCells of(Nb201Table table, AccuracyKey key) {
    double[] all = EmbeddedStatistics.values(table, key);
    Arrays.sort(all);
    double[] skips =
        IntStream.range(0, Cell.COUNT)
            .mapToObj(Cell::new)
            .filter(SkipCells::passesOnSkipsAlone)
            .mapToDouble(cell -> table.column(key).get(table.index(cell)))
            .toArray();
    double median = all[all.length / 2];
    double quartile = all[all.length / 4];
    double allSkip = table.column(key).get(table.index(Cell.uniform(Operation.SKIP_CONNECT)));
    return new SkipCells(
        skips.length,
        Arrays.stream(skips).average().orElse(Double.NaN),
        share(skips, value -> value < median),
        share(skips, value -> value < quartile),
        allSkip,
        share(all, value -> value < allSkip));
  }

  private static boolean passesOnSkipsAlone(Cell cell) {
    return cell.count(Operation.SKIP_CONNECT) + cell.count(Operation.NONE) == 6
        && !FunctionalForm.of(cell).expression().equals("0");
  }

  private static double share(double[] values, DoublePredicate those) {
    return Arrays.stream(values).filter(those).count() / (double) values.length;
  }
}
