package org.dartboard.table;

import org.jspecify.annotations.Nullable;

/** Checks that a file's rows stand in order and that none is there twice. */
final class IndexCheck {
  private IndexCheck() {}

  static void check(Columns columns, Defects defects) {
    double[] index = columns.get(ColumnSpec.INDEX);
    if (index == null) {
      return;
    }
    if (columns.part().isComplete()) {
      checkComplete(index, defects);
    } else {
      checkAscending(index, columns.get(ColumnSpec.DATASET), defects);
    }
  }

  private static void checkComplete(double[] index, Defects defects) {
    for (int row = 0; row < index.length; row++) {
      if (index[row] != row && !Double.isNaN(index[row])) {
        defects.add(defect(row, Integer.toString(row), index[row]));
      }
    }
  }

  private static void checkAscending(double[] index, double @Nullable [] dataset, Defects defects) {
    for (int row = 1; row < index.length; row++) {
      boolean sameDataset = dataset == null || dataset[row] == dataset[row - 1];
      if (sameDataset && index[row] <= index[row - 1]) {
        defects.add(defect(row, "an index above " + (int) index[row - 1], index[row]));
      }
    }
  }

  private static Defect defect(int row, String expected, double actual) {
    return new Defect(
        ColumnReader.lineOf(row), ColumnSpec.INDEX, expected, Integer.toString((int) actual));
  }
}
