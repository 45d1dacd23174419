package org.dartboard.training;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one epoch came to, as a line of the log.
 *
 * @param number from 1
 * @param learningRate of its steps
 * @param training mean over its steps
 * @param validation on the held-out images after it; null where they were not evaluated
 * @param seconds for the steps and the evaluation
 */
public record TrainingEpoch(
    int number, double learningRate, Score training, @Nullable Score validation, double seconds) {
  static final List<String> COLUMNS =
      List.of(
          "epoch",
          "learning_rate",
          "training_loss",
          "training_accuracy",
          "validation_loss",
          "validation_accuracy",
          "seconds");

  List<String> values() {
    return List.of(
        Integer.toString(number),
        Double.toString(learningRate),
        Double.toString(training.loss()),
        Double.toString(training.accuracy()),
        validation == null ? "" : Double.toString(validation.loss()),
        validation == null ? "" : Double.toString(validation.accuracy()),
        String.format(Locale.ROOT, "%.3f", seconds));
  }
}
