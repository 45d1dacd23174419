package org.dartboard.reproduce;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.dartboard.claim.Column;
import org.dartboard.run.FinishedTraining;
import org.dartboard.space.Cell;
import org.dartboard.statistics.Sample;

/**
 * Cells that were trained here, beside what the table has for them.
 *
 * @param pairs by the table's accuracy, ascending
 */
record TrainedCells(List<Pair> pairs) {
  TrainedCells {
    pairs = pairs.stream().sorted(Comparator.comparingDouble(Pair::table)).toList();
  }

  /**
   * One cell.
   *
   * @param own its accuracies here, one for each seed, in percent
   * @param table its accuracy in the table, in percent
   */
  record Pair(Cell cell, List<Double> own, double table) {
    Pair {
      own = List.copyOf(own);
    }

    double mean() {
      return own.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    double difference() {
      return mean() - table;
    }
  }

  static TrainedCells of(List<FinishedTraining> trainings, CellFigures figures, Column column) {
    Map<Cell, List<Double>> own = new LinkedHashMap<>();
    for (FinishedTraining training : trainings) {
      own.computeIfAbsent(training.cell(), cell -> new ArrayList<>())
          .add(training.validationAccuracy());
    }
    List<Pair> pairs = new ArrayList<>();
    own.forEach(
        (cell, accuracies) -> pairs.add(new Pair(cell, accuracies, figures.of(cell, column))));
    return new TrainedCells(pairs);
  }

  double[] own() {
    return pairs.stream().mapToDouble(Pair::mean).toArray();
  }

  double[] table() {
    return pairs.stream().mapToDouble(Pair::table).toArray();
  }

  /**
   * The standard deviation of a single training here, pooled over the cells with several seeds;
   * empty where there is none.
   */
  OptionalDouble deviationBetweenSeeds() {
    double squares = 0;
    int degrees = 0;
    for (Pair pair : pairs) {
      int count = pair.own().size();
      if (count > 1) {
        double deviation =
            Sample.of(pair.own().stream().mapToDouble(Double::doubleValue).toArray())
                .standardDeviation()
                .orElseThrow();
        squares += (count - 1) * deviation * deviation;
        degrees += count - 1;
      }
    }
    return degrees == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(squares / degrees));
  }
}
