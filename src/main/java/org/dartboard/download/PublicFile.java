package org.dartboard.download;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that somebody published, pinned to its content.
 *
 * @param path where it goes, below the data root, such as {@code nasbench201-raw/tss.csv}
 * @param bytes its size
 * @param checksum of its content
 * @param sources where it is to be had, best first
 */
public record PublicFile(String path, long bytes, Checksum checksum, List<URI> sources) {
  public PublicFile {
    sources = List.copyOf(sources);
  }

  /** Its place below a data root. */
  public Path in(Path root) {
    return root.resolve(path);
  }

  /** The same file from other places. */
  PublicFile from(List<URI> others) {
    return new PublicFile(path, bytes, checksum, others);
  }
}
