package org.dartboard.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.dartboard.space.Cell;
import org.dartboard.space.IsomorphismClasses;

/**
 * One seed's figures of the embedded table, as CSV: a line for each isomorphism class that has been
 * trained, in the order of {@link IsomorphismClasses#representatives}.
 *
 * @param figures by the cell that stands for the class
 */
public record EmbeddedSeed(Map<Cell, EmbeddedFigures> figures) {
  private static final String HEADER = "ops,short_valid,short_test,valid,test";
  private static final Comparator<Cell> ORDER = Comparator.comparingInt(Cell::ordinal);

  public EmbeddedSeed {
    Map<Cell, EmbeddedFigures> sorted = new TreeMap<>(ORDER);
    sorted.putAll(figures);
    figures = Collections.unmodifiableMap(sorted);
  }

  /** The name of a seed's file. */
  public static String fileName(int seed) {
    return "seed-" + seed + ".csv";
  }

  /** The figures of a class that has been trained. */
  EmbeddedFigures of(Cell representative) {
    return Objects.requireNonNull(figures.get(representative), representative::code);
  }

  /** The file's text. */
  public String text() {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    figures.forEach(
        (cell, of) ->
            text.append(cell.code())
                .append(',')
                .append(of.shortValidation())
                .append(',')
                .append(of.shortTest())
                .append(',')
                .append(of.validation())
                .append(',')
                .append(of.test())
                .append('\n'));
    return text.toString();
  }

  /**
   * Reads a file's text.
   *
   * @param name of the file, for messages
   * @throws EmbeddedFormatException naming every defect
   */
  public static EmbeddedSeed parse(String name, String text, IsomorphismClasses classes) {
    List<String> defects = new ArrayList<>();
    Map<Cell, EmbeddedFigures> figures = new TreeMap<>(ORDER);
    String[] lines = text.split("\n", -1);
    if (!lines[0].equals(HEADER)) {
      defects.add("line 1 is '" + lines[0] + "', not '" + HEADER + "'");
    }
    if (!lines[lines.length - 1].isEmpty()) {
      defects.add("the last line is cut short");
    }
    for (int line = 1; line < lines.length - 1; line++) {
      try {
        String[] fields = lines[line].split(",", -1);
        if (fields.length != 5) {
          throw new IllegalArgumentException(fields.length + " fields, not 5");
        }
        Cell cell = Cell.ofCode(fields[0]);
        if (!classes.representative(cell).equals(cell)) {
          throw new IllegalArgumentException(
              "the cell " + fields[0] + " does not stand for its class");
        }
        EmbeddedFigures of =
            new EmbeddedFigures(
                Double.parseDouble(fields[1]),
                Double.parseDouble(fields[2]),
                Double.parseDouble(fields[3]),
                Double.parseDouble(fields[4]));
        if (figures.put(cell, of) != null) {
          throw new IllegalArgumentException("the cell " + fields[0] + " is there twice");
        }
      } catch (IllegalArgumentException e) {
        defects.add("line " + (line + 1) + ": " + e.getMessage());
      }
    }
    if (!defects.isEmpty()) {
      throw new EmbeddedFormatException(name + ": " + String.join("; ", defects));
    }
    return new EmbeddedSeed(figures);
  }
}
