package org.dartboard.importing.nats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.dartboard.table.LearningCurves;

/** What would be lost where a file of learning curves gives way to an import's. */
final class CurveLoss {
  private static final String HOW_TO_GO_ON =
      ". It was left alone; import with the records that are missing, name another folder with"
          + " --into, or let it be overwritten with --replace";

  private CurveLoss() {}

  /**
   * Compares a file with what would take its place.
   *
   * @param imported the architectures that the new file would hold
   * @return a message that names both; empty if nothing would be lost
   */
  static String of(Path file, Collection<Integer> imported) throws IOException {
    // No file can hold more, so that a whole import need not read what is there.
    if (imported.size() == LearningCurves.PER_FILE || !Files.exists(file)) {
      return "";
    }
    SortedSet<Integer> held;
    try {
      held = LearningCurves.architectures(file);
    } catch (IOException e) {
      return "%s cannot be read, so that nobody knows whether it holds more than the import's %d: %s"
              .formatted(file, imported.size(), e.getMessage())
          + HOW_TO_GO_ON;
    }
    SortedSet<Integer> lost = new TreeSet<>(held);
    lost.removeAll(imported);
    if (lost.isEmpty()) {
      return "";
    }
    return "%s holds the curves of %d architectures; the import has %d and lacks %d of those, from %d on"
            .formatted(file, held.size(), imported.size(), lost.size(), lost.first())
        + HOW_TO_GO_ON;
  }
}
