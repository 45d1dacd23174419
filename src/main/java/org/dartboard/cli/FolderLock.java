package org.dartboard.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.dartboard.io.ProcessLock;

/**
 * The lock of the folder of one search or training. Who writes there holds it, since log and
 * checkpoint are rewritten from what a process remembers of them. Its file is {@code .lock} in the
 * folder.
 */
final class FolderLock {
  private static final String FILE = ".lock";

  private FolderLock() {}

  /** Takes the lock; empty if another has it. The folder is made where there is none. */
  static Optional<ProcessLock> take(Path folder) throws IOException {
    return ProcessLock.take(folder.resolve(FILE));
  }

  /**
   * Takes the lock.
   *
   * @throws BadInputException if another process has it
   */
  static ProcessLock require(Path folder) throws IOException {
    return take(folder)
        .orElseThrow(
            () ->
                new BadInputException(
                    "another process is at work on "
                        + folder
                        + "; wait for it to end, or stop it, and give the command again to go on"
                        + " from what it left, or name another folder with --out"));
  }
}
