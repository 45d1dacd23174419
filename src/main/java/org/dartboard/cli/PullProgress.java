package org.dartboard.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.dartboard.download.Progress;
import org.dartboard.download.PublicFile;
import org.dartboard.importing.DataSet;
import org.dartboard.importing.Pull;
import org.jspecify.annotations.Nullable;

/** Shows how a download gets on: a line with the time left on a terminal, else a line a file. */
final class PullProgress implements Progress, Pull.Observer, AutoCloseable {
  private final PrintWriter err;
  private @Nullable ProgressLine line;

  PullProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void starts(PublicFile file, long alreadyThere) {
    if (ProgressLine.onTerminal()) {
      line = ProgressLine.startBytes(file.path(), file.bytes());
      line.stepTo(alreadyThere);
      return;
    }
    String rest = alreadyThere > 0 ? ", from byte " + alreadyThere : "";
    say("fetching " + file.path() + ", " + Sizes.text(file.bytes()) + rest);
  }

  @Override
  public void at(long bytes) {
    if (line != null) {
      line.stepTo(bytes);
    }
  }

  @Override
  public void ends() {
    close();
  }

  @Override
  public void problem(String message) {
    say(message);
  }

  @Override
  public void isThere(DataSet data, Path root) {
    say(data.name() + " is there already, below " + root);
  }

  @Override
  public void prepares(DataSet data) {
    say("reading " + data.name());
  }

  @Override
  public void finished(DataSet data, Path root) {
    say(data.name() + " is there, below " + root);
  }

  private void say(String text) {
    err.println(text);
    err.flush();
  }

  @Override
  public void close() {
    if (line != null) {
      line.close();
      line = null;
    }
  }
}
