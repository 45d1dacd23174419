package org.dartboard.importing.copies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dartboard.importing.ImportException;
import org.dartboard.space.Cell;

/**
 * FreeREA's text files: index, test accuracy, seconds per epoch and seconds in all, apart by
 * blanks.
 *
 * @param accuracy on the undivided test set after 200 epochs, percent
 * @param secondsPerEpoch of training
 */
record PerformanceCopy(double[] accuracy, double[] secondsPerEpoch) {
  private static final int FIELDS = 4;

  static PerformanceCopy read(Path file) throws IOException {
    List<String> lines =
        Files.readAllLines(file).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    if (lines.size() != Cell.COUNT) {
      throw new ImportException(
          file + " has " + lines.size() + " rows; the benchmark has " + Cell.COUNT);
    }
    double[] accuracy = new double[Cell.COUNT];
    double[] seconds = new double[Cell.COUNT];
    for (int row = 0; row < Cell.COUNT; row++) {
      String[] fields = lines.get(row).trim().split("\\s+");
      if (fields.length != FIELDS || Numbers.parse(fields[0], file, row) != row) {
        throw new ImportException(
            file + ", row " + row + ": expected " + row + " and three numbers");
      }
      accuracy[row] = Numbers.parse(fields[1], file, row);
      seconds[row] = Numbers.parse(fields[2], file, row);
    }
    return new PerformanceCopy(accuracy, seconds);
  }
}
