package org.dartboard.table;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table, and why others are not there.
 *
 * @param requested the parts that the caller asked for
 * @param parts the parts whose files were found
 */
record TableData(Path folder, Set<TablePart> requested, Map<TablePart, Columns> parts) {
  /** A column, or null if it is not there. */
  double @Nullable [] find(TablePart part, String name) {
    Columns columns = parts.get(part);
    return columns == null ? null : columns.get(name);
  }

  /**
   * A column.
   *
   * @throws PartNotLoadedException if the caller did not ask for its part
   * @throws AbsentDataException if the folder lacks its file, or the file lacks it
   */
  double[] column(TablePart part, String name) {
    double[] column = find(part, name);
    if (column == null) {
      throw missing(part, "column " + name);
    }
    return column;
  }

  /** All columns of a part, under the same conditions. */
  Columns part(TablePart part) {
    Columns columns = parts.get(part);
    if (columns == null) {
      throw missing(part, "part " + part);
    }
    return columns;
  }

  private RuntimeException missing(TablePart part, String what) {
    if (!requested.contains(part)) {
      return new PartNotLoadedException(part);
    }
    String where =
        parts.containsKey(part)
            ? "the file " + part.stem() + " in " + folder + " lacks it"
            : folder + " holds neither " + part.stem() + ".csv nor " + part.stem() + ".csv.gz";
    return new AbsentDataException(
        "this query needs the "
            + what
            + ", but "
            + where
            + ". nasbench201-data/README.md says where public copies are");
  }
}
