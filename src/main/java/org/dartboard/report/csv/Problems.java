package org.dartboard.report.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dartboard.report.data.ReportException;

/** Collects what is wrong, so that everything can be told at once. */
final class Problems {
  private static final int MOST_OF_A_FILE = 10;

  private final Map<Path, List<String>> byFile = new LinkedHashMap<>();
  private int count;

  void add(Path file, String problem) {
    byFile.computeIfAbsent(file, unused -> new ArrayList<>()).add(file + ": " + problem);
    count++;
  }

  void add(Path file, long line, String problem) {
    add(file, "line " + line + ": " + problem);
  }

  int count() {
    return count;
  }

  boolean none(Path file) {
    return !byFile.containsKey(file);
  }

  /** Throws where there are problems; of a file with very many, the first and how many more. */
  void throwIfAny() {
    if (count == 0) {
      return;
    }
    List<String> told = new ArrayList<>();
    byFile.forEach(
        (file, problems) -> {
          told.addAll(problems.subList(0, Math.min(MOST_OF_A_FILE, problems.size())));
          if (problems.size() > MOST_OF_A_FILE) {
            told.add(file + ": and " + (problems.size() - MOST_OF_A_FILE) + " problems more");
          }
        });
    throw new ReportException(told);
  }
}
