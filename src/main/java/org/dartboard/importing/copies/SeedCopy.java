package org.dartboard.importing.copies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.dartboard.importing.ImportException;
import org.dartboard.importing.pickle.Pickle;
import org.dartboard.space.Cell;

/**
 * Constrained-TPE's pickle: the error of every training after 200 epochs, all architectures and
 * seeds in one row.
 *
 * <p>It does not say where an architecture begins. But all trainings of an architecture have the
 * same run time, of which no two neighbours share one, so that the run times cut the row.
 */
final class SeedCopy {
  /** Seeds 777, 888 and, for about half of the architectures, 999. */
  static final int SEEDS = 3;

  private static final int EPOCHS = 200;

  private final int[] trainings;
  private final double[][] valid;
  private final double[][] cifar100;
  private final double[][] imageNet;
  private final double[] parameters;
  private final double[] secondsPerEpoch;

  private SeedCopy(Pickle file) throws IOException {
    double[] runTimes = file.get("cifar10").get("runtime").numbers();
    int[] starts = starts(file.place(), runTimes);
    trainings = new int[Cell.COUNT];
    Arrays.setAll(trainings, row -> starts[row + 1] - starts[row]);
    valid = accuracies(file.get("cifar10"), starts);
    cifar100 = accuracies(file.get("cifar100"), starts);
    imageNet = accuracies(file.get("imagenet"), starts);
    parameters = first(file.get("cifar10").get("size_in_mb").numbers(), starts);
    secondsPerEpoch = first(runTimes, starts);
    for (int row = 0; row < Cell.COUNT; row++) {
      secondsPerEpoch[row] /= EPOCHS;
    }
  }

  static SeedCopy read(Path file) throws IOException {
    return new SeedCopy(Pickle.read(Files.readAllBytes(file), file.toString()));
  }

  private static int[] starts(String place, double[] runTimes) throws ImportException {
    int[] starts = new int[Cell.COUNT + 1];
    int architectures = 0;
    for (int position = 0; position < runTimes.length; position++) {
      if (position > 0 && runTimes[position] == runTimes[position - 1]) {
        if (position - starts[architectures - 1] >= SEEDS) {
          throw new ImportException(
              place + ": more than " + SEEDS + " trainings from position " + position);
        }
      } else if (architectures < Cell.COUNT) {
        starts[architectures++] = position;
      } else {
        throw new ImportException(place + " has more than " + Cell.COUNT + " architectures");
      }
    }
    if (architectures != Cell.COUNT) {
      throw new ImportException(
          place + " has " + architectures + " architectures; the benchmark has " + Cell.COUNT);
    }
    starts[Cell.COUNT] = runTimes.length;
    return starts;
  }

  /** Accuracies [seed][architecture]; NaN where an architecture was not trained. */
  private static double[][] accuracies(Pickle dataset, int[] starts) throws IOException {
    double[] errors = dataset.get("loss").numbers();
    if (errors.length != starts[Cell.COUNT]) {
      throw new ImportException(
          dataset.place() + " has " + errors.length + " errors for " + starts[Cell.COUNT]);
    }
    double[][] accuracies = new double[SEEDS][Cell.COUNT];
    for (int row = 0; row < Cell.COUNT; row++) {
      for (int seed = 0; seed < SEEDS; seed++) {
        int position = starts[row] + seed;
        accuracies[seed][row] = position < starts[row + 1] ? 100 - errors[position] : Double.NaN;
      }
    }
    return accuracies;
  }

  private static double[] first(double[] values, int[] starts) {
    double[] first = new double[Cell.COUNT];
    Arrays.setAll(first, row -> values[starts[row]]);
    return first;
  }

  /** How often each architecture was trained: 2 or 3 times. */
  int[] trainings() {
    return trainings;
  }

  /** On cifar10-valid's validation set [seed][architecture]. */
  double[][] valid() {
    return valid;
  }

  /** On CIFAR-100's undivided test set [seed][architecture]. */
  double[][] cifar100() {
    return cifar100;
  }

  /** On ImageNet16-120's undivided test set [seed][architecture]. */
  double[][] imageNet() {
    return imageNet;
  }

  /** Millions on CIFAR-10, as the benchmark stores them for seed 777. */
  double[] parameters() {
    return parameters;
  }

  /** Of training on cifar10-valid. */
  double[] secondsPerEpoch() {
    return secondsPerEpoch;
  }

  /** The mean over an architecture's trainings. */
  double[] mean(double[][] bySeed) {
    double[] mean = new double[Cell.COUNT];
    for (int row = 0; row < Cell.COUNT; row++) {
      for (int seed = 0; seed < trainings[row]; seed++) {
        mean[row] += bySeed[seed][row] / trainings[row];
      }
    }
    return mean;
  }
}
