package org.dartboard.importing.copies;

import java.nio.file.Path;
import java.util.Locale;
import org.dartboard.importing.ImportException;

/** What the copies' classes do with numbers. */
final class Numbers {
  /** Copies print float noise; accuracies themselves differ by hundredths. */
  private static final double TOLERANCE = 1e-6;

  private Numbers() {}

  static double parse(String text, Path file, int row) throws ImportException {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new ImportException(file + ", row " + row + ": '" + text + "' is no number", e);
    }
  }

  /** Refuses two copies of the same figures that differ. */
  static void requireSame(String what, double[] one, double[] other) throws ImportException {
    for (int row = 0; row < one.length; row++) {
      if (!(Math.abs(one[row] - other[row]) <= TOLERANCE)) {
        throw new ImportException(
            String.format(
                Locale.ROOT,
                "two copies contradict each other in %s of architecture %d: %.6f and %.6f",
                what,
                row,
                one[row],
                other[row]));
      }
    }
  }
}
