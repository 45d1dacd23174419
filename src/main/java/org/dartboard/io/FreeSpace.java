package org.dartboard.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How much can be written to a disk. */
@FunctionalInterface
public interface FreeSpace {
  /** What the file system says. */
  FreeSpace OF_THE_DISK = folder -> Files.getFileStore(folder).getUsableSpace();

  /**
   * Bytes that this user may still write.
   *
   * @param folder one that exists
   */
  long bytes(Path folder) throws IOException;

  /**
   * What to tell a user if there is too little space; empty if there is enough.
   *
   * @param folder one that exists
   * @param what what needs the space
   * @param needed bytes
   */
  default Optional<String> shortage(Path folder, String what, long needed) throws IOException {
    long free = bytes(folder);
    return free >= needed
        ? Optional.empty()
        : Optional.of(
            "the disk is full: %s needs %d bytes, %s has %d left. Make room, or name a folder on another disk with --into"
                .formatted(what, needed, folder, free));
  }
}
