package org.dartboard.cli;

import java.io.PrintWriter;
import java.util.Optional;
import org.dartboard.search.supernet.SearchListener;
import org.dartboard.space.Cell;
import org.dartboard.space.Operation;
import org.jspecify.annotations.Nullable;

/** Shows how a search gets on: a line with the time left on a terminal, else a line an epoch. */
final class SearchProgressLines implements SearchListener, AutoCloseable {
  private final String method;
  private final PrintWriter err;
  private @Nullable ProgressLine line;
  private long total;
  private long done;
  private long doneBefore;
  private long begun;

  SearchProgressLines(String method, PrintWriter err) {
    this.method = method;
    this.err = err;
  }

  @Override
  public void begins(long totalSteps, long doneSteps) {
    total = totalSteps;
    done = doneSteps;
    doneBefore = doneSteps;
    begun = System.nanoTime();
    if (doneSteps > 0) {
      err.printf("%s goes on after %d of %d steps%n", method, doneSteps, totalSteps);
      err.flush();
    }
    if (ProgressLine.onTerminal()) {
      line = ProgressLine.start(method, totalSteps);
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
  public void epoch(int number, int epochs, double trainingLoss, Optional<Cell> cell) {
    if (line == null) {
      double perStep = (System.nanoTime() - begun) / 1e9 / (done - doneBefore);
      err.printf(
          "%s: epoch %d of %d, loss %.3f%s, about %s left%n",
          method,
          number,
          epochs,
          trainingLoss,
          cell.map(found -> ", " + found.count(Operation.SKIP_CONNECT) + " skips").orElse(""),
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
