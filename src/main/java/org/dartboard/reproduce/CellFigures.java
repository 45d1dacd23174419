package org.dartboard.reproduce;

import java.util.List;
import org.dartboard.claim.Column;
import org.dartboard.claim.Target;
import org.dartboard.search.TrainingOutcomes;
import org.dartboard.space.Cell;
import org.dartboard.table.AccuracyColumn;
import org.dartboard.table.Dataset;
import org.dartboard.table.Epochs;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.Split;

/**
 * Accuracies of cells, as claims name them.
 *
 * @param table with accuracies and costs loaded
 */
record CellFigures(Nb201Table table) {
  private static final int SEARCH_EPOCHS = 12;

  /** The accuracy of a cell in percent, the mean over its trainings. */
  double of(Cell cell, Column column) {
    return values(column).get(table.index(cell));
  }

  /** The accuracies of cells in percent, in their order. */
  List<Double> of(List<Cell> cells, Column column) {
    AccuracyColumn values = values(column);
    return cells.stream().map(cell -> values.get(table.index(cell))).toList();
  }

  /** One accuracy of every architecture, by index. */
  double[] all(Column column) {
    AccuracyColumn values = values(column);
    double[] all = new double[Nb201Table.SIZE];
    for (int index = 0; index < all.length; index++) {
      all[index] = values.get(index);
    }
    return all;
  }

  /** The highest accuracy of any architecture. */
  double best(Column column) {
    return values(column).get(indexOfBest(column));
  }

  /** The index of the architecture with the highest accuracy. */
  int indexOfBest(Column column) {
    return values(column).best();
  }

  /** The mean accuracy over all architectures. */
  double mean(Column column) {
    double sum = 0;
    for (double value : all(column)) {
      sum += value;
    }
    return sum / Nb201Table.SIZE;
  }

  /**
   * What a search sees: the validation accuracy on cifar10-valid after 12 epochs and the time that
   * these epochs take.
   */
  TrainingOutcomes searchOutcomes() {
    AccuracyColumn rewards = table.column(Dataset.CIFAR10_VALID, Split.VALID, Epochs.TWELVE);
    double[] reward = new double[Cell.COUNT];
    double[] seconds = new double[Cell.COUNT];
    for (int index = 0; index < Nb201Table.SIZE; index++) {
      int ordinal = table.cell(index).ordinal();
      reward[ordinal] = rewards.get(index);
      seconds[ordinal] =
          SEARCH_EPOCHS * table.costs().secondsPerEpoch(index, Dataset.CIFAR10_VALID);
    }
    return TrainingOutcomes.ofOrdinals(reward, seconds);
  }

  /**
   * The column that a target asks for.
   *
   * @throws IllegalArgumentException if it names none; claim files are checked for this
   */
  static Column column(Target target) {
    return target
        .column()
        .orElseThrow(() -> new IllegalArgumentException(target.name() + " names no column"));
  }

  private AccuracyColumn values(Column column) {
    return table.column(column.dataset(), column.split(), column.epochs());
  }
}
