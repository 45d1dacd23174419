package org.dartboard.table;

import java.nio.file.Path;
import java.util.Set;
import org.dartboard.testing.RealData;

/** The benchmark's own files, for tests that need them. */
final class RealTable {
  private RealTable() {}

  /** The folder; the test that asks is not run where there is none. */
  static Path folder() {
    return RealData.assumeTable();
  }

  static Nb201Table load(Set<TablePart> parts) {
    return Nb201Table.load(folder(), parts);
  }
}
