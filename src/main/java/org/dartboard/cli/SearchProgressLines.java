package org.dartboard.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import org.dartboard.search.supernet.SearchListener;
import org.dartboard.space.Cell;
import org.dartboard.space.Operation;

/** Shows how a search gets on: a line with the time left on a terminal, else a line an epoch. */
final class SearchProgressLines implements SearchListener, AutoCloseable {
  private final StepProgress progress;

  SearchProgressLines(String name, PrintWriter err) {
    progress = new StepProgress(name, err);
  }

  @Override
  public void begins(long totalSteps, long doneSteps) {
    progress.begins(totalSteps, doneSteps);
  }

  @Override
  public void computedOtherwise(String before) {
    progress.say(
        "it goes on with something else than before ("
            + before
            + "): its last bits will differ from those of a search in one piece");
  }

  @Override
  public void step() {
    progress.step();
  }

  @Override
  public void epoch(int number, int epochs, double trainingLoss, Optional<Cell> cell) {
    String skips = cell.map(found -> ", " + skips(found.count(Operation.SKIP_CONNECT))).orElse("");
    progress.epoch(number, epochs, String.format(Locale.ROOT, "loss %.3f%s", trainingLoss, skips));
  }

  @Override
  public void close() {
    progress.close();
  }

  private static String skips(int count) {
    return count + (count == 1 ? " skip" : " skips");
  }
}
