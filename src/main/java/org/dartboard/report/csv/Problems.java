package org.dartboard.report.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dartboard.report.data.ReportException;

/** Collects what is wrong, so that everything can be told at once. */
final class Problems {
  private final List<String> all = new ArrayList<>();

  void add(Path file, String problem) {
    all.add(file + ": " + problem);
  }

  void add(Path file, long line, String problem) {
    all.add(file + ": line " + line + ": " + problem);
  }

  int count() {
    return all.size();
  }

  void throwIfAny() {
    if (!all.isEmpty()) {
      throw new ReportException(all);
    }
  }
}
