package org.dartboard.reproduce;

import java.util.Locale;
import java.util.stream.Collectors;
import org.dartboard.report.data.Entry;

/**
 * The noise between a cell's accuracy here and in the table, as the seeds trained here show it.
 *
 * <p>The mean of n trainings here has the variance s² / n and the table's stored mean has v², so by
 * chance their difference is within {@code 1.96 * sqrt(s² / n + v²)} in 95 of 100 cells.
 *
 * @param deviation s: the standard deviation of a single training here, in points, 0 or more
 * @param tableDeviation v: that of the table's stored mean, in points, 0 or more
 */
record SeedNoise(double deviation, double tableDeviation) {
  /** The limit of noise: 95 % of a normal distribution. */
  static final double NORMAL_95 = 1.96;

  /** How far a cell may be from the table by chance, in points, if it was trained so many times. */
  double limit(int trainings) {
    return NORMAL_95
        * Math.sqrt(deviation * deviation / trainings + tableDeviation * tableDeviation);
  }

  /** How many cells are no farther from the table than their limit. */
  long within(TrainedCells trained) {
    return trained.pairs().stream()
        .filter(pair -> Math.abs(pair.difference()) <= limit(pair.own().size()))
        .count();
  }

  /** The count for a page, with the limit for each number of trainings that a cell has. */
  Entry entry(TrainedCells trained) {
    String limits =
        trained.pairs().stream()
            .map(pair -> pair.own().size())
            .distinct()
            .sorted()
            .map(n -> String.format(Locale.ROOT, "%.2f points for %d", limit(n), n))
            .collect(Collectors.joining(", "));
    return new Entry(
        "cells within the noise by our own seeds",
        "%d of %d; the limit by trainings of the cell: %s"
            .formatted(within(trained), trained.pairs().size(), limits));
  }
}
