package org.dartboard.importing.nats;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import org.dartboard.importing.ImportException;
import org.dartboard.importing.pickle.Pickle;
import org.dartboard.table.LearningCurves.Measure;

/**
 * One training of an architecture.
 *
 * @param budget 12 or 200 epochs
 * @param dataset its label
 * @param parameters millions, as stored
 * @param flops millions, as stored
 * @param secondsPerEpoch of training, as stored for the first epoch
 * @param curves a value an epoch; NaN where it was not measured
 */
record NatsTraining(
    int budget,
    String dataset,
    int seed,
    double parameters,
    double flops,
    double secondsPerEpoch,
    Map<Measure, double[]> curves) {
  private static final int MOST_EPOCHS = 1_000;

  /** The order of the curves' files. */
  static final Comparator<NatsTraining> ORDER =
      Comparator.comparing(NatsTraining::budget)
          .thenComparing(NatsTraining::dataset)
          .thenComparing(NatsTraining::seed);

  static NatsTraining read(int budget, String dataset, int seed, Pickle result) throws IOException {
    int epochs = (int) result.get("epochs").number();
    if (epochs < 1 || epochs > MOST_EPOCHS) {
      throw new ImportException(result.place() + " has " + epochs + " epochs");
    }
    Map<Measure, double[]> curves = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      double[] values = new double[epochs];
      Arrays.fill(values, Double.NaN);
      curves.put(measure, values);
    }
    fillTraining(result.get("train_acc1es"), values(curves, Measure.TRAIN_ACC));
    fillTraining(result.get("train_losses"), values(curves, Measure.TRAIN_LOSS));
    fillEvaluations(result.get("eval_acc1es"), curves, false);
    fillEvaluations(result.get("eval_losses"), curves, true);
    return new NatsTraining(
        budget,
        dataset,
        seed,
        result.get("params").number(),
        result.get("flop").number(),
        result.get("train_times").get(0).number(),
        curves);
  }

  private static void fillTraining(Pickle byEpoch, double[] values) throws IOException {
    for (Map.Entry<Object, Pickle> entry : byEpoch.entries().entrySet()) {
      int epoch = entry.getKey() instanceof Integer number ? number : -1;
      values[checked(epoch, values, byEpoch)] = entry.getValue().number();
    }
  }

  /** Keys are such as {@code x-valid@11}. */
  private static void fillEvaluations(Pickle byName, Map<Measure, double[]> curves, boolean loss)
      throws IOException {
    for (Map.Entry<Object, Pickle> entry : byName.entries().entrySet()) {
      String key = entry.getKey().toString();
      int at = key.indexOf('@');
      Measure measure = measure(at < 0 ? key : key.substring(0, at), loss, byName);
      double[] values = values(curves, measure);
      values[checked(epoch(key, at), values, byName)] = entry.getValue().number();
    }
  }

  private static int epoch(String key, int at) {
    try {
      return Integer.parseInt(key, at + 1, key.length(), 10);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static int checked(int epoch, double[] values, Pickle place) throws ImportException {
    if (epoch < 0 || epoch >= values.length) {
      throw new ImportException(place.place() + " has an epoch beyond 0 to " + (values.length - 1));
    }
    return epoch;
  }

  private static Measure measure(String split, boolean loss, Pickle place) throws ImportException {
    return switch (split) {
      case "x-valid" -> loss ? Measure.X_VALID_LOSS : Measure.X_VALID_ACC;
      case "x-test" -> loss ? Measure.X_TEST_LOSS : Measure.X_TEST_ACC;
      case "ori-test" -> loss ? Measure.ORI_TEST_LOSS : Measure.ORI_TEST_ACC;
      default -> throw new ImportException(place.place() + " has an unknown split " + split);
    };
  }

  private static double[] values(Map<Measure, double[]> curves, Measure measure) {
    return curves.getOrDefault(measure, new double[0]);
  }

  /** How many epochs it has. */
  int epochs() {
    return values(curves, Measure.TRAIN_ACC).length;
  }

  /** A value of an epoch, or NaN. */
  double at(Measure measure, int epoch) {
    return values(curves, measure)[epoch];
  }

  /** The value of the last epoch, or NaN. */
  double last(Measure measure) {
    return at(measure, epochs() - 1);
  }
}
