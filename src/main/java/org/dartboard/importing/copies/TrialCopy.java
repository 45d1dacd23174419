package org.dartboard.importing.copies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dartboard.importing.ImportException;
import org.dartboard.importing.pickle.Pickle;
import org.dartboard.space.Cell;

/**
 * MeCo's pickle: the CIFAR-10 test accuracies of each architecture's trainings in version 1.1 of
 * the benchmark, by the codes of its six operations.
 *
 * @param count how many trainings each architecture has, 1 to 3
 * @param accuracy [position][architecture], NaN where there is none
 */
record TrialCopy(int[] count, double[][] accuracy) {
  private static final int MOST = 3;

  static TrialCopy read(Path file, List<Cell> order) throws IOException {
    Map<Object, Pickle> entries = Pickle.read(Files.readAllBytes(file), file.toString()).entries();
    int[] count = new int[order.size()];
    double[][] accuracy = new double[MOST][order.size()];
    for (double[] column : accuracy) {
      Arrays.fill(column, Double.NaN);
    }
    for (int row = 0; row < order.size(); row++) {
      Pickle trials = entries.get(key(order.get(row)));
      if (trials == null) {
        throw new ImportException(file + " lacks " + order.get(row));
      }
      double[] values = trials.numbers();
      if (values.length < 1 || values.length > MOST) {
        throw new ImportException(trials.place() + " has " + values.length + " trials, not 1 to 3");
      }
      count[row] = values.length;
      for (int position = 0; position < values.length; position++) {
        accuracy[position][row] = values[position];
      }
    }
    return new TrialCopy(count, accuracy);
  }

  private static List<Integer> key(Cell cell) {
    return cell.code().chars().map(digit -> digit - '0').boxed().collect(Collectors.toList());
  }

  /**
   * What the trials lack to the sum of the newer version, where that has one more; NaN elsewhere.
   *
   * @param trainings of the newer version
   * @param mean of the newer version
   */
  double[] residual(int[] trainings, double[] mean) {
    double[] residual = new double[count.length];
    for (int row = 0; row < residual.length; row++) {
      residual[row] = Double.NaN;
      if (count[row] != trainings[row]) {
        residual[row] = trainings[row] * mean[row];
        for (int position = 0; position < count[row]; position++) {
          residual[row] -= accuracy[position][row];
        }
      }
    }
    return residual;
  }
}
