package org.dartboard.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one file; keeps the first few and counts the rest. */
final class Defects {
  private static final int KEPT = 20;

  private final Path file;
  private final List<Defect> first = new ArrayList<>();
  private int count;

  Defects(Path file) {
    this.file = file;
  }

  void add(Defect defect) {
    if (first.size() < KEPT) {
      first.add(defect);
    }
    count++;
  }

  boolean none() {
    return count == 0;
  }

  /** The file and its defects, one a line. */
  String describe() {
    StringBuilder text = new StringBuilder();
    text.append(file).append(": ").append(count).append(count == 1 ? " defect" : " defects");
    for (Defect defect : first) {
      text.append("\n  ").append(defect);
    }
    if (count > first.size()) {
      text.append("\n  and ").append(count - first.size()).append(" more");
    }
    return text.toString();
  }
}
