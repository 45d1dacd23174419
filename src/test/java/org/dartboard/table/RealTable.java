package org.dartboard.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.dartboard.io.DataFolders;
import org.junit.jupiter.api.Assumptions;

/** The benchmark's own files, for tests that need them. */
final class RealTable {
  private RealTable() {}

  /** The folder; the test that asks is not run where there is none. */
  static Path folder() {
    String data = System.getenv(DataFolders.VARIABLE);
    Assumptions.assumeTrue(
        data != null, "not run: DARTBOARD_DATA is not set, so that there is no real table");
    Path folder = Path.of(String.valueOf(data)).resolve("nasbench201");
    Assumptions.assumeTrue(
        Files.isDirectory(folder), "not run: there is no folder " + folder + " with a real table");
    return folder;
  }

  static Nb201Table load(Set<TablePart> parts) {
    return Nb201Table.load(folder(), parts);
  }
}
