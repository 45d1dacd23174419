package org.dartboard.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.dartboard.training.Score;
import org.dartboard.training.TrainingEpoch;
import org.dartboard.training.TrainingListener;

/** Shows how a training gets on: a line with the time left on a terminal, else a line an epoch. */
final class TrainingProgressLines implements TrainingListener, AutoCloseable {
  private final StepProgress progress;

  TrainingProgressLines(String name, PrintWriter err) {
    progress = new StepProgress(name, err);
  }

  @Override
  public void begins(long totalSteps, long doneSteps) {
    progress.begins(totalSteps, doneSteps);
  }

  @Override
  public void step() {
    progress.step();
  }

  @Override
  public void epoch(TrainingEpoch epoch, int epochs) {
    Score training = epoch.training();
    Score validation = epoch.validation();
    String held =
        validation == null
            ? ""
            : String.format(Locale.ROOT, ", validation %.2f %%", validation.accuracy());
    progress.epoch(
        epoch.number(),
        epochs,
        String.format(
            Locale.ROOT,
            "loss %.3f, accuracy %.2f %%%s",
            training.loss(),
            training.accuracy(),
            held));
  }

  @Override
  public void close() {
    progress.close();
  }
}
