package org.dartboard.report.csv;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.dartboard.report.data.Worded;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file that is being read: typed access to its fields.
 *
 * <p>A field that is not what was asked for goes into the list of problems and reads as null. So
 * all fields of a row are read first, and the row is used only where {@link #sound} says so.
 */
final class SheetRow {
  private final Path file;
  private final long line;
  private final List<String> header;
  private final List<String> fields;
  private final Problems problems;
  private final int problemsBefore;

  SheetRow(Path file, long line, List<String> header, List<String> fields, Problems problems) {
    this.file = file;
    this.line = line;
    this.header = header;
    this.fields = fields;
    this.problems = problems;
    this.problemsBefore = problems.count();
  }

  /** The field as it stands. */
  String text(String column) {
    return fields.get(header.indexOf(column));
  }

  /** The field as a number, NaN and infinities included; null where it is blank. */
  @Nullable Double number(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      refuse(column, "a number", text);
      return null;
    }
  }

  /** The field as a whole number; null where it is blank. */
  @Nullable Integer whole(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      refuse(column, "a whole number", text);
      return null;
    }
  }

  /** The field as a member of a closed set; null where it is blank. */
  <W extends Enum<W> & Worded> @Nullable W word(String column, Class<W> set) {
    String text = text(column);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return Worded.parse(set, text);
    } catch (IllegalArgumentException e) {
      refuse(column, "one of: " + String.join(", ", Worded.words(set)), text);
      return null;
    }
  }

  /** Returns the value, or refuses the field where it is null because the field is blank. */
  <T> @Nullable T required(String column, @Nullable T value) {
    if (value == null && text(column).isEmpty()) {
      refuse(column, "a value", "nothing");
    }
    return value;
  }

  /** Whether nothing was wrong with this row so far. */
  boolean sound() {
    return problems.count() == problemsBefore;
  }

  /**
   * Makes a record; what the record refuses becomes a problem of this row, and null is returned.
   */
  <T> @Nullable T make(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      problems.add(file, line, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private void refuse(String column, String expected, String actual) {
    problems.add(file, line, column + ": expected " + expected + ", found " + Quoted.text(actual));
  }
}
