package org.dartboard.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Lets one process at a time work a queue off; the system lets go of it when the process ends. */
final class QueueLock implements AutoCloseable {
  private final FileChannel channel;

  private QueueLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock of a folder.
   *
   * @throws BadInputException if another process has it
   */
  static QueueLock take(Path folder) throws IOException {
    Path file = Files.createDirectories(folder).resolve("plan.lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock(channel) == null) {
      channel.close();
      throw new BadInputException(
          "another 'plan run' is at work in " + folder + "; wait for it or stop it");
    }
    return new QueueLock(channel);
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
