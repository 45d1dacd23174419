package org.dartboard.report.curves;

import org.dartboard.report.data.ValueRange;

/** What the values of a column of a search's log can lie in. */
public final class ColumnLimits {
  private ColumnLimits() {}

  /**
   * The limits of a column.
   *
   * @param column its name; {@link ValueRange#ALL} for one that is not known to have limits
   */
  public static ValueRange of(String column) {
    if (column.contains("accuracy")) {
      return ValueRange.PERCENT;
    } else if (column.matches("(p|q)(_\\d-\\d.*)?|skip_weight|(mean|minimum)_margin")) {
      return ValueRange.SHARE;
    } else if (column.matches("(kendall|spearman)(_.*)?|(.*_)?alignment(_.*)?")) {
      return ValueRange.CORRELATION;
    } else if (column.matches("(leading_)?skips")) {
      return new ValueRange(0, EpochCharts.EDGES.size());
    }
    return column.matches("regret(_.*)?|alpha_spread|.*_ms")
        ? ValueRange.FROM_ZERO
        : ValueRange.ALL;
  }
}
