package org.dartboard.download;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dartboard.download.FetchException.Remedy;

/** Reads from streams that may fall silent, and gives up on one that does. */
final class StallGuard implements AutoCloseable {
  private final Duration patience;
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "download");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param patience how long a source may send nothing
   */
  StallGuard(Duration patience) {
    this.patience = patience;
  }

  /**
   * Reads as {@link InputStream#read(byte[])} does.
   *
   * @throws FetchException if the stream broke or fell silent; then it is closed
   */
  int read(InputStream in, byte[] buffer) throws FetchException, InterruptedException {
    Future<Integer> read = reader.submit(() -> in.read(buffer));
    try {
      return read.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      close(in);
      throw new FetchException(
          Remedy.TRY_AGAIN, "the source sent nothing for " + patience.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new FetchException(
          Remedy.TRY_AGAIN, "the source stopped half way (" + message(e) + ")", e);
    }
  }

  private static String message(ExecutionException failure) {
    Throwable cause = failure.getCause();
    return cause == null ? "" : String.valueOf(cause.getMessage());
  }

  private static void close(InputStream in) throws FetchException {
    try {
      in.close();
    } catch (IOException e) {
      throw new FetchException(Remedy.TRY_AGAIN, "the source stopped half way", e);
    }
  }

  @Override
  public void close() {
    reader.shutdownNow();
  }
}
