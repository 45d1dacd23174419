package org.dartboard.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The figures of an accuracy by seed.
 *
 * @param seeds lowest first
 * @param values by seed, then by architecture; NaN where an architecture lacks the seed
 */
record SeedFigures(int[] seeds, List<double[]> values) {
  private static final int[] FULL_TRAINING = {777, 888, 999};
  private static final int[] SHORT_TRAINING = {111};
  private static final SeedFigures NONE = new SeedFigures(new int[0], List.of());

  /**
   * The figures of an accuracy, or null if they exist and were not loaded.
   *
   * @param means the stored figures, which after 12 epochs are those of seed 111 alone
   */
  static @Nullable SeedFigures of(AccuracyKey key, double[] means, TableData data) {
    if (key.epochs() == Epochs.TWELVE) {
      return key.dataset() == Dataset.CIFAR10_VALID
          ? NONE
          : new SeedFigures(SHORT_TRAINING, List.of(means));
    }
    List<String> names = columnNames(key);
    if (names.isEmpty()) {
      return NONE;
    }
    List<double[]> columns = new ArrayList<>();
    for (String name : names) {
      double[] column = data.find(TablePart.SEEDS, name);
      if (column == null) {
        return null;
      }
      columns.add(column);
    }
    return key.dataset() == Dataset.CIFAR10
        ? ofKnownSeeds(columns, data)
        : new SeedFigures(FULL_TRAINING, columns);
  }

  /** The columns that hold an accuracy by seed, seed 777 first; none if it has no such figures. */
  static List<String> columnNames(AccuracyKey key) {
    if (key.epochs() == Epochs.TWELVE) {
      return List.of();
    }
    if (key.dataset() == Dataset.CIFAR10) {
      return List.of("c10_test_t1", "c10_test_t2", "c10_test_t3");
    }
    if (key.dataset() == Dataset.CIFAR10_VALID || key.split() == Split.VALTEST) {
      String figure = key.dataset().column() + "_" + key.split().label();
      return List.of(figure + "_s777", figure + "_s888", figure + "_s999");
    }
    return List.of();
  }

  /**
   * On CIFAR-10 the trials come from an older edition of the benchmark. Only where it has as many
   * as the newer one is it known which trial is which seed.
   */
  private static @Nullable SeedFigures ofKnownSeeds(List<double[]> columns, TableData data) {
    double[] trials = data.find(TablePart.SEEDS, "c10_test_n_v11");
    double[] trainings = data.find(TablePart.SEEDS, "n_seeds_200");
    if (trials == null || trainings == null) {
      return null;
    }
    List<double[]> known = columns.stream().map(double[]::clone).toList();
    for (double[] column : known) {
      for (int row = 0; row < column.length; row++) {
        if (trials[row] != trainings[row]) {
          column[row] = Double.NaN;
        }
      }
    }
    return new SeedFigures(FULL_TRAINING, known);
  }

  /** The figure of a seed, or NaN if there is none. */
  double get(int index, int seed) {
    for (int position = 0; position < seeds.length; position++) {
      if (seeds[position] == seed) {
        return values.get(position)[index];
      }
    }
    return Double.NaN;
  }

  /** All figures of an architecture by seed. */
  SortedMap<Integer, Double> all(int index) {
    SortedMap<Integer, Double> figures = new TreeMap<>();
    for (int position = 0; position < seeds.length; position++) {
      double value = values.get(position)[index];
      if (!Double.isNaN(value)) {
        figures.put(seeds[position], value);
      }
    }
    return Collections.unmodifiableSortedMap(figures);
  }
}
