package org.dartboard.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dartboard.checkpoint.RunFolderException;
import org.dartboard.engine.EngineException;
import org.dartboard.io.ProcessLock;
import org.dartboard.run.LedgerConflictException;

/**
 * Works off pieces of work one after another. Several processes may do so at once: each takes the
 * next piece that no other is at work on.
 *
 * @param <T> a piece of work
 */
final class SharedQueue<T> {
  private final Path locks;
  private final Pieces<T> pieces;
  private final PrintWriter err;

  /**
   * What there is to do.
   *
   * @param <T> a piece of work
   */
  interface Pieces<T> {
    /** What has yet to be done, in order, as of now: another process may have done some. */
    List<T> open() throws IOException;

    /** The name of a piece, fit for a file. */
    String name(T piece);

    /** Where a piece's files go; made when the piece is taken. */
    Path folder(T piece);

    /**
     * Does a piece, so that it is open no more.
     *
     * @param left all that was open when it began, this one included
     * @return whether it came to its end; if not, nothing else is begun
     * @throws EngineException if the piece cannot be done, which leaves it open
     * @throws RunFolderException likewise, if its folder cannot be used
     * @throws LedgerConflictException likewise, if the ledger has it otherwise
     * @throws IllegalArgumentException likewise, if it asks for what there is not
     */
    boolean work(T piece, List<T> left) throws IOException;
  }

  /**
   * What was done.
   *
   * @param ended how many pieces came to their end here
   * @param failed the names of those that could not be done
   */
  record Outcome(int ended, Set<String> failed) {
    int exitCode() {
      return failed.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }
  }

  /**
   * @param locks where the files lie by which processes know what others are at work on
   * @param err told of each piece that cannot be done, and of those that others are at work on
   */
  SharedQueue(Path locks, Pieces<T> pieces, PrintWriter err) {
    this.locks = locks;
    this.pieces = pieces;
    this.err = err;
  }

  /** Works until nothing is open that others are not at work on, or a piece does not end. */
  Outcome run() throws IOException {
    Set<String> failed = new TreeSet<>();
    int ended = 0;
    while (true) {
      List<T> open = open(failed);
      Optional<Taken<T>> taken = take(open);
      if (taken.isEmpty()) {
        tellOfOthers(open.size());
        return new Outcome(ended, failed);
      }
      T piece = taken.get().piece();
      String name = pieces.name(piece);
      try (Taken<T> held = taken.get()) {
        // Another process may have ended it between the look at the list and the lock.
        List<T> left = open(failed);
        if (left.stream().noneMatch(each -> pieces.name(each).equals(name))) {
          continue;
        }
        if (!pieces.work(piece, left)) {
          return new Outcome(ended, failed);
        }
        ended++;
      } catch (EngineException
          | RunFolderException
          | LedgerConflictException
          | IllegalArgumentException e) {
        err.println("dartboard: " + name + " failed and stays open: " + e.getMessage());
        err.flush();
        failed.add(name);
      }
    }
  }

  private void tellOfOthers(int open) {
    if (open > 0) {
      err.printf("other processes are at work on what is still open, %d in all%n", open);
      err.flush();
    }
  }

  private List<T> open(Set<String> failed) throws IOException {
    return pieces.open().stream().filter(piece -> !failed.contains(pieces.name(piece))).toList();
  }

  private Optional<Taken<T>> take(List<T> open) throws IOException {
    for (T piece : open) {
      Optional<Taken<T>> taken = take(piece);
      if (taken.isPresent()) {
        return taken;
      }
    }
    return Optional.empty();
  }

  /** Takes the queue's lock, and the folder's, which a process outside the queue may have. */
  private Optional<Taken<T>> take(T piece) throws IOException {
    Optional<ProcessLock> queues = ProcessLock.take(locks.resolve(pieces.name(piece)));
    if (queues.isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<ProcessLock> folders = FolderLock.take(pieces.folder(piece));
      if (folders.isPresent()) {
        return Optional.of(new Taken<>(piece, queues.get(), folders.get()));
      }
    } catch (IOException e) {
      queues.get().close();
      throw e;
    }
    queues.get().close();
    return Optional.empty();
  }

  private record Taken<T>(T piece, ProcessLock queues, ProcessLock folders)
      implements AutoCloseable {
    @Override
    public void close() throws IOException {
      try (queues) {
        folders.close();
      }
    }
  }
}
