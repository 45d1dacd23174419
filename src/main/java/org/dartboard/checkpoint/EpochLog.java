package org.dartboard.checkpoint;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.dartboard.io.AtomicFiles;
import org.dartboard.io.NotTextException;
import org.dartboard.io.TextFiles;

/** A CSV file with one line an epoch, whole at every moment. */
public final class EpochLog {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private final Path file;
  private final List<List<String>> lines = new ArrayList<>();

  /** A log that begins anew; the file is written with the first line. */
  EpochLog(Path file) {
    this.file = file;
  }

  /** How many lines there are, the columns' names included. */
  public int size() {
    return lines.size();
  }

  /**
   * A line.
   *
   * @param number from 0, the columns' names
   */
  public List<String> line(int number) {
    return lines.get(number);
  }

  /**
   * The seconds of all lines together, to the millisecond; those of the file, if no line has been
   * taken over or added.
   *
   * @param column where a line has its seconds, from 0
   * @throws RunFolderException if the file is damaged, naming the line
   */
  public double seconds(int column) throws IOException {
    if (lines.isEmpty()) {
      resume();
    }
    double seconds = 0;
    for (int line = 1; line < lines.size(); line++) {
      seconds += seconds(line, column);
    }
    return Math.round(seconds * 1000) / 1000.0;
  }

  private double seconds(int line, int column) {
    List<String> values = lines.get(line);
    double seconds = column < values.size() ? number(values.get(column)) : Double.NaN;
    if (seconds >= 0 && Double.isFinite(seconds)) {
      return seconds;
    }
    throw new RunFolderException(
        "%s, line %d: %s, where value %d is the seconds it took, 0 or more. Put the number there; it"
                .formatted(file, line + 1, values, column + 1)
            + " changes no result");
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /**
   * Takes over all lines of the file, if there is one.
   *
   * @throws RunFolderException if it is damaged
   */
  public void resume() throws IOException {
    List<List<String>> found = read();
    lines.clear();
    lines.addAll(found);
  }

  /**
   * Takes over the first lines of the file as it is.
   *
   * @param count how many, the columns' names included
   * @throws RunFolderException if there are fewer, or the file is damaged
   */
  public void resume(int count) throws IOException {
    List<List<String>> found = read();
    if (found.size() < count) {
      throw new RunFolderException(
          "%s has %d lines, but the checkpoint beside it was written after %d. Delete the folder to"
                  .formatted(file, found.size(), count)
              + " begin again, or give another");
    }
    lines.clear();
    lines.addAll(found.subList(0, count));
  }

  /**
   * All lines of the file, none where there is no file.
   *
   * @throws RunFolderException if it is no CSV
   */
  private List<List<String>> read() throws IOException {
    List<List<String>> found = new ArrayList<>();
    if (Files.exists(file)) {
      try (CSVParser parser = CSVParser.parse(new StringReader(TextFiles.read(file)), FORMAT)) {
        parser.forEach(line -> found.add(line.toList()));
      } catch (UncheckedIOException | NotTextException e) {
        throw new RunFolderException(
            "%s is damaged, expected CSV: %s. Delete the folder to begin again, or give another"
                .formatted(file, e.getMessage()));
      }
    }
    return found;
  }

  /** Adds a line and writes the file. */
  public void append(List<String> columns, List<String> values) throws IOException {
    if (lines.isEmpty()) {
      lines.add(columns);
    }
    if (values.size() != columns.size() || !lines.get(0).equals(columns)) {
      throw new RunFolderException(
          "%s has the columns %s, but the next line has %d values for %s. Was it begun by another"
                  .formatted(file, lines.get(0), values.size(), columns)
              + " version of the program? Go on with that one, or give another folder");
    }
    lines.add(values);
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      printer.printRecords(lines);
    }
    AtomicFiles.write(file, text.toString());
  }
}
