package org.dartboard.download;

import java.util.List;

/**
 * Files that belong together, and what a user should know of them.
 *
 * @param name what a user types, such as {@code cifar-10}
 * @param title one line
 * @param licence under which terms, and who wants to be credited
 * @param home the page of those who published it
 * @param files all of them
 */
public record Publication(
    String name, String title, String licence, String home, List<PublicFile> files) {
  public Publication {
    files = List.copyOf(files);
  }

  /** The size of all files. */
  public long bytes() {
    return files.stream().mapToLong(PublicFile::bytes).sum();
  }
}
