package org.dartboard.report.data;

import org.jspecify.annotations.Nullable;

/**
 * One row of a claim's table: a figure, published and measured.
 *
 * @param label what the row is about, such as a method's name
 * @param setting dataset, split and epochs
 * @param quantity what is measured, such as {@code accuracy}
 * @param unit such as {@code %}; blank where there is none
 * @param published null where nothing was published
 * @param measured null where nothing was run
 * @param difference null where there is none
 * @param finding what the rule says of this row; blank where it says nothing
 */
public record FigureRow(
    String label,
    Setting setting,
    String quantity,
    String unit,
    @Nullable Published published,
    @Nullable Measured measured,
    @Nullable Difference difference,
    String finding) {
  public FigureRow {
    Identifiers.filled("label of a figure", label);
  }
}
