package org.dartboard.table;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Checks that figures by seed are there where they must be and have the stored means. */
final class SeedCheck {
  /** Stored means and figures are rounded to six decimals, which moves each by 5e-7 at most. */
  private static final double ROUNDING = 2e-6;

  private static final List<String> FIGURES = List.of("c10v_valid", "c100_valtest", "in16_valtest");

  private final Columns seeds;
  private final @Nullable Columns accuracies;
  private final Consumer<Defect> defects;

  private SeedCheck(Columns seeds, @Nullable Columns accuracies, Consumer<Defect> defects) {
    this.seeds = seeds;
    this.accuracies = accuracies;
    this.defects = defects;
  }

  static void check(Columns seeds, @Nullable Columns accuracies, Consumer<Defect> defects) {
    SeedCheck check = new SeedCheck(seeds, accuracies, defects);
    double[] trainings = seeds.get("n_seeds_200");
    if (trainings == null) {
      return;
    }
    check.sameNumberOfTrainings(trainings);
    for (String figure : FIGURES) {
      check.blankWithoutTraining(figure + "_s999", trainings, 3);
      check.means(figure, trainings);
    }
    double[] trials = seeds.get("c10_test_n_v11");
    if (trials != null) {
      check.blankWithoutTraining("c10_test_t2", trials, 2);
      check.blankWithoutTraining("c10_test_t3", trials, 3);
      check.trials(trainings, trials);
    }
  }

  private void sameNumberOfTrainings(double[] trainings) {
    double[] stored = accuracy("n_seeds_200");
    if (stored == null) {
      return;
    }
    for (int row = 0; row < trainings.length; row++) {
      if (trainings[row] != stored[row]) {
        add(row, "n_seeds_200", print(stored[row]) + ", as in nb201_acc", print(trainings[row]));
      }
    }
  }

  private void blankWithoutTraining(String column, double[] trainings, int needed) {
    double[] values = seeds.get(column);
    if (values == null) {
      return;
    }
    for (int row = 0; row < values.length; row++) {
      boolean there = !Double.isNaN(values[row]);
      if (there != trainings[row] >= needed) {
        add(
            row,
            column,
            there ? "nothing, for want of a training" : "a number",
            there ? print(values[row]) : "nothing");
      }
    }
  }

  private void means(String figure, double[] trainings) {
    double[] means = accuracy(figure + "_200");
    double[] first = seeds.get(figure + "_s777");
    double[] second = seeds.get(figure + "_s888");
    double[] third = seeds.get(figure + "_s999");
    if (means == null || first == null || second == null || third == null) {
      return;
    }
    for (int row = 0; row < means.length; row++) {
      double mean = (first[row] + second[row] + orZero(third[row])) / trainings[row];
      if (Math.abs(mean - means[row]) > ROUNDING) {
        add(
            row,
            figure + "_s777",
            "figures by seed with the mean " + print(means[row]) + " of nb201_acc",
            "the mean " + print(mean));
      }
    }
  }

  private void trials(double[] trainings, double[] trials) {
    double[] residuals = seeds.get("c10_test_residual");
    double[] means = accuracy("c10_test_200");
    double[] first = seeds.get("c10_test_t1");
    double[] second = seeds.get("c10_test_t2");
    double[] third = seeds.get("c10_test_t3");
    if (residuals == null) {
      return;
    }
    for (int row = 0; row < residuals.length; row++) {
      boolean complete = trials[row] == trainings[row];
      if (trials[row] > trainings[row]) {
        add(row, "c10_test_n_v11", "at most " + print(trainings[row]), print(trials[row]));
      } else if (complete != Double.isNaN(residuals[row])) {
        add(
            row,
            "c10_test_residual",
            complete ? "nothing, since all trials are known" : "a number",
            complete ? print(residuals[row]) : "nothing");
      } else if (means != null && first != null && second != null && third != null) {
        double sum = first[row] + orZero(second[row]) + orZero(third[row]) + orZero(residuals[row]);
        double expected = means[row] * trainings[row];
        if (Math.abs(sum - expected) > trainings[row] * ROUNDING) {
          add(
              row,
              "c10_test_residual",
              "trials and residual with the sum " + print(expected),
              "the sum " + print(sum));
        }
      }
    }
  }

  private double @Nullable [] accuracy(String name) {
    return accuracies == null ? null : accuracies.get(name);
  }

  private void add(int row, String column, String expected, String actual) {
    defects.accept(new Defect(ColumnReader.lineOf(row), column, expected, actual));
  }

  private static double orZero(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  private static String print(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.6f", value);
  }
}
