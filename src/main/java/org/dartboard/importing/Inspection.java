package org.dartboard.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was found of a data set.
 *
 * @param lookedFor every place
 * @param found the place that has it
 * @param bytes what it takes on the disk
 * @param note what is wrong or absent, else nothing
 */
public record Inspection(
    Condition condition, List<Path> lookedFor, Optional<Path> found, long bytes, String note) {
  /** How a data set is. */
  public enum Condition {
    THERE,
    ABSENT,
    DAMAGED;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public Inspection {
    lookedFor = List.copyOf(lookedFor);
  }

  static Inspection absent(List<Path> lookedFor, String note) {
    return new Inspection(Condition.ABSENT, lookedFor, Optional.empty(), 0, note);
  }

  static Inspection there(List<Path> lookedFor, Path folder, String note) {
    return new Inspection(Condition.THERE, lookedFor, Optional.of(folder), size(folder), note);
  }

  static Inspection damaged(List<Path> lookedFor, Path folder, String note) {
    return new Inspection(Condition.DAMAGED, lookedFor, Optional.of(folder), size(folder), note);
  }

  /** All files right in a folder; those in folders below it are other data sets'. */
  private static long size(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(Inspection::fileSize).sum();
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  private static long fileSize(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
