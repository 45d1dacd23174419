package org.dartboard.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.dartboard.training.Score;
import org.dartboard.training.TrainingEpoch;
import org.dartboard.training.TrainingListener;
import org.jspecify.annotations.Nullable;

/** Shows how a training gets on: a line with the time left on a terminal, else a line an epoch. */
final class TrainingProgressLines implements TrainingListener, AutoCloseable {
  private final String name;
  private final PrintWriter err;
  private @Nullable ProgressLine line;
  private long total;
  private long done;
  private long doneBefore;
  private long begun;

  TrainingProgressLines(String name, PrintWriter err) {
    this.name = name;
    this.err = err;
  }

  @Override
  public void begins(long totalSteps, long doneSteps) {
    total = totalSteps;
    done = doneSteps;
    doneBefore = doneSteps;
    begun = System.nanoTime();
    if (doneSteps > 0) {
      err.printf("%s goes on after %d of %d steps%n", name, doneSteps, totalSteps);
      err.flush();
    }
    if (ProgressLine.onTerminal()) {
      line = ProgressLine.start(name, totalSteps);
      line.stepTo(doneSteps);
    }
  }

  @Override
  public void step() {
    done++;
    if (line != null) {
      line.step();
    }
  }

  @Override
  public void epoch(TrainingEpoch epoch, int epochs) {
    if (line == null) {
      double perStep = (System.nanoTime() - begun) / 1e9 / (done - doneBefore);
      Score validation = epoch.validation();
      err.printf(
          Locale.ROOT,
          "%s: epoch %d of %d, loss %.3f, accuracy %.2f %%%s, about %s left%n",
          name,
          epoch.number(),
          epochs,
          epoch.training().loss(),
          epoch.training().accuracy(),
          validation == null
              ? ""
              : String.format(Locale.ROOT, ", validation %.2f %%", validation.accuracy()),
          TimeLeft.text(perStep * (total - done)));
      err.flush();
    }
  }

  @Override
  public void close() {
    if (line != null) {
      line.close();
      line = null;
    }
  }
}
