package org.dartboard.table;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a file.
 *
 * @param line counted from 1, the header; 0 where the file as a whole is meant
 * @param column null where a whole line or file is meant
 */
record Defect(int line, @Nullable String column, String expected, String actual) {
  private static final int LONGEST_QUOTE = 60;

  static Defect ofFile(String expected, String actual) {
    return new Defect(0, null, expected, actual);
  }

  /** A piece of a file, fit to be shown in one line. */
  static String quote(String text) {
    String printable = text.replaceAll("[^\\x20-\\x7e]", "?");
    return printable.length() <= LONGEST_QUOTE
        ? "'" + printable + "'"
        : "'" + printable.substring(0, LONGEST_QUOTE) + "'...";
  }

  @Override
  public String toString() {
    String place = line == 0 ? "" : "line " + line;
    if (column != null) {
      place += (place.isEmpty() ? "" : ", ") + "column " + column;
    }
    return (place.isEmpty() ? "" : place + ": ") + "expected " + expected + ", found " + actual;
  }
}
