package org.dartboard.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dartboard.download.Checksum;
import org.dartboard.io.AtomicFiles;

/**
 * The file {@code SHA256SUMS} of a folder: what its files were when they came out of an archive or
 * an import that had been checked itself.
 */
final class Sums {
  private static final String FILE = "SHA256SUMS";
  private static final Checksum LIKE = new Checksum("SHA-256", "00".repeat(32));

  private Sums() {}

  /** Writes down the sums of a folder's files. */
  static void write(Path folder, List<String> names) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      text.append(LIKE.of(folder.resolve(name)).value()).append("  ").append(name).append('\n');
    }
    AtomicFiles.write(folder.resolve(FILE), text.toString());
  }

  /**
   * Compares the files with the sums.
   *
   * @throws ImportException naming every file that differs
   */
  static void check(Path folder, List<String> names) throws IOException {
    Map<String, String> sums = new HashMap<>();
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new ImportException(file + " is not there, so that nothing can be compared");
    }
    for (String line : Files.readAllLines(file)) {
      String[] fields = line.split("\\s+\\*?", 2);
      if (fields.length == 2) {
        sums.put(fields[1], fields[0]);
      }
    }
    List<String> defects = new ArrayList<>();
    for (String name : names) {
      String actual = LIKE.of(folder.resolve(name)).value();
      String expected = sums.get(name);
      if (!actual.equals(expected)) {
        defects.add(
            folder.resolve(name) + " has the SHA-256 " + actual + "; " + file + " has " + expected);
      }
    }
    if (!defects.isEmpty()) {
      throw new ImportException(defects);
    }
  }
}
