package org.dartboard.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.descriptive.Median;
import org.dartboard.claim.Column;
import org.dartboard.statistics.Sample;
import org.dartboard.table.Nb201Table;

/**
 * The noise of the table's figures, taken from isomorphic cells: they are one function that was
 * trained several times, so they differ by nothing but chance.
 *
 * @param classes how many classes were large enough
 * @param medianDeviation of their standard deviations of the stored mean, in points
 */
record SiblingNoise(int classes, double medianDeviation) {
  /** Fewer siblings tell too little of a deviation. */
  private static final int FEWEST = 4;

  /**
   * Variance of the difference of one training and a stored mean of two, in variances of such a
   * mean: 2 + 1.
   */
  private static final double VARIANCES = 3;

  static SiblingNoise of(CellFigures figures, Column column) {
    double[] accuracies = figures.all(column);
    Map<Integer, List<Double>> classes = new TreeMap<>();
    for (int index = 0; index < Nb201Table.SIZE; index++) {
      classes
          .computeIfAbsent(
              figures.table().isomorphismRepresentative(index), first -> new ArrayList<>())
          .add(accuracies[index]);
    }
    double[] deviations =
        classes.values().stream()
            .filter(siblings -> siblings.size() >= FEWEST)
            .mapToDouble(
                siblings ->
                    Sample.of(siblings.stream().mapToDouble(Double::doubleValue).toArray())
                        .standardDeviation()
                        .orElseThrow())
            .toArray();
    return new SiblingNoise(deviations.length, Median.withDefaults().evaluate(deviations));
  }

  /**
   * How far one training may be from the table's mean of two by chance, in points: {@code 1.96 *
   * sqrt(3) * medianDeviation}, as if a training here were as noisy as the benchmark's.
   */
  double limit() {
    return SeedNoise.NORMAL_95 * Math.sqrt(VARIANCES) * medianDeviation;
  }
}
