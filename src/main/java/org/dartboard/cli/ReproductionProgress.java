package org.dartboard.cli;

import java.io.PrintWriter;
import org.dartboard.report.data.ClaimSummary;
import org.dartboard.reproduce.Observer;
import org.dartboard.run.Ledger;
import org.jspecify.annotations.Nullable;

/** Shows how a reproduction gets on: a line with the time left on a terminal, else plain lines. */
final class ReproductionProgress implements Observer, AutoCloseable {
  private final PrintWriter err;
  private @Nullable ProgressLine line;

  ReproductionProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public synchronized void searchStarts(String method, int runs) {
    if (ProgressLine.onTerminal()) {
      line = ProgressLine.start(method, runs);
    } else {
      err.printf("%s: %d runs%n", method, runs);
      err.flush();
    }
  }

  @Override
  public synchronized void runFinished() {
    if (line != null) {
      line.step();
    }
  }

  @Override
  public synchronized void searchEnds() {
    close();
  }

  @Override
  public synchronized void contradiction(Ledger.Contradiction contradiction) {
    err.println("dartboard: " + contradiction.message());
    err.flush();
  }

  @Override
  public synchronized void pagesStart() {
    err.println("drawing charts and pages");
    err.flush();
  }

  @Override
  public synchronized void kept(ClaimSummary earlier) {
    err.printf(
        "%s: the report keeps its earlier verdict, '%s', which rests on more; --replace puts the"
            + " new one in its place%n",
        earlier.name(), earlier.outcome().text());
    err.flush();
  }

  @Override
  public synchronized void pageKept(String page) {
    err.printf(
        "%s: the page stays, since the new one would lack figures of the published table; --replace"
            + " puts the new one in its place%n",
        page);
    err.flush();
  }

  @Override
  public synchronized void close() {
    if (line != null) {
      line.close();
      line = null;
    }
  }
}
