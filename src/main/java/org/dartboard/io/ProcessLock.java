package org.dartboard.io;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Lets one at a time of all processes and threads do something. It is the lock of a file, which
 * stays behind, empty; the system lets go of it when its process ends, however that comes about.
 */
public final class ProcessLock implements AutoCloseable {
  private static final long POLL_MILLIS = 50;

  private final FileChannel channel;

  private ProcessLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock; empty if another has it. Folders above the file are made. */
  public static Optional<ProcessLock> take(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new ProcessLock(channel));
      }
    } catch (OverlappingFileLockException e) {
      // Another thread of this process has it, which is no different from another process.
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return Optional.empty();
  }

  /**
   * Takes the lock as soon as nobody else has it.
   *
   * @throws IOException if it is not free within the time
   */
  public static ProcessLock await(Path file, int seconds) throws IOException {
    long begun = System.nanoTime();
    while (true) {
      Optional<ProcessLock> lock = take(file);
      if (lock.isPresent()) {
        return lock.get();
      }
      if (System.nanoTime() - begun > seconds * 1e9) {
        throw new IOException(
            "another process has kept " + file + " locked for " + seconds + " s; end it first");
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while waiting for the lock " + file);
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
