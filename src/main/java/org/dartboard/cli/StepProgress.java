package org.dartboard.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a long computation: a line with the time left on a terminal, else what its caller
 * prints at the end of an epoch.
 */
final class StepProgress implements AutoCloseable {
  private static final double NANOSECONDS = 1e9;

  private final String name;
  private final PrintWriter err;
  private @Nullable ProgressLine line;
  private long total;
  private long done;
  private long doneBefore;
  private long begun;

  StepProgress(String name, PrintWriter err) {
    this.name = name;
    this.err = err;
  }

  /** Begins, or goes on after so many steps. */
  void begins(long totalSteps, long doneSteps) {
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

  /** Says something that a person should know; before the first step. */
  void say(String sentence) {
    err.println("dartboard: " + name + ": " + sentence);
    err.flush();
  }

  void step() {
    done++;
    if (line != null) {
      line.step();
    }
  }

  /** Prints the epoch that has ended and the time left, unless a line on a terminal shows it. */
  void epoch(int number, int epochs, String outcome) {
    if (line == null) {
      double perStep = (System.nanoTime() - begun) / NANOSECONDS / (done - doneBefore);
      err.printf(
          "%s: epoch %d of %d, %s, about %s left%n",
          name, number, epochs, outcome, TimeLeft.text(perStep * (total - done)));
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
