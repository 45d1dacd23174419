package org.dartboard.table;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one file, as numbers.
 *
 * @param values by column name; NaN where a field is blank, cells as ordinals, datasets as
 *     positions
 */
record Columns(TablePart part, Map<String, double[]> values) {
  double @Nullable [] get(String name) {
    return values.get(name);
  }

  /** A column that is known to be there. */
  double[] required(String name) {
    return Objects.requireNonNull(values.get(name), name);
  }
}
