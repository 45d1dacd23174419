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
 * @param measured what the verdict rests on; null where nothing was run
 * @param difference null where there is none
 * @param finding what the rule says of this row; blank where it says nothing
 * @param desk what the profile desk alone measured; null where it measured nothing, or where
 *     profiles are not told apart
 * @param paper the same of the profile paper
 */
public record FigureRow(
    String label,
    Setting setting,
    String quantity,
    String unit,
    @Nullable Published published,
    @Nullable Measured measured,
    @Nullable Difference difference,
    String finding,
    @Nullable Measured desk,
    @Nullable Measured paper) {
  /** What stands in the finding of a figure that is shown beside the targets and not measured. */
  public static final String CONTEXT = "context";

  public FigureRow {
    Identifiers.filled("label of a figure", label);
  }

  /** A row that does not tell profiles apart. */
  public FigureRow(
      String label,
      Setting setting,
      String quantity,
      String unit,
      @Nullable Published published,
      @Nullable Measured measured,
      @Nullable Difference difference,
      String finding) {
    this(label, setting, quantity, unit, published, measured, difference, finding, null, null);
  }

  /** Whether the row is shown beside the targets, and nothing is to be measured for it. */
  public boolean isContext() {
    return finding.equals(CONTEXT);
  }

  /** The same with what two profiles alone measured. */
  public FigureRow with(@Nullable Measured byDesk, @Nullable Measured byPaper) {
    return new FigureRow(
        label, setting, quantity, unit, published, measured, difference, finding, byDesk, byPaper);
  }
}
