package org.dartboard.reproduce;

import java.util.Objects;
import org.dartboard.claim.LogStatistic;
import org.dartboard.claim.Quantity;
import org.dartboard.claim.SearchMeasure;
import org.dartboard.claim.Target;
import org.dartboard.report.curves.ColumnLimits;
import org.dartboard.report.data.ValueRange;
import org.dartboard.space.Edge;

/** What the value of a single run of a search can lie in. */
final class RunLimits {
  private RunLimits() {}

  static ValueRange of(Target target, SearchMeasure measure) {
    if (measure.isDeviation()) {
      return ValueRange.FROM_ZERO;
    }
    if (target.quantity() == Quantity.DIAGNOSTIC && measure.statistic() == LogStatistic.END) {
      return ColumnLimits.of(Objects.requireNonNull(measure.log()));
    }
    return switch (target.quantity()) {
      case ACCURACY -> ValueRange.PERCENT;
      // The gap of a search is its regret: no cell is better than the best of the table.
      case GAP, DISTANCE, TIME, MEMORY -> ValueRange.FROM_ZERO;
      // Skip connections of a cell.
      case COUNT -> new ValueRange(0, Edge.all().size());
      case PEARSON, SPEARMAN, KENDALL -> ValueRange.CORRELATION;
      case RELATIVE_IMPROVEMENT, DIAGNOSTIC -> ValueRange.ALL;
    };
  }
}
