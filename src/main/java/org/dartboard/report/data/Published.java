package org.dartboard.report.data;

import org.jspecify.annotations.Nullable;

/**
 * A figure as somebody published it.
 *
 * @param value the figure, finite
 * @param spread what stands behind the ±, zero or more; null where nothing does
 * @param spreadMeaning what the ± means, such as {@code sd over runs}; blank where unknown
 * @param runs number of runs behind it; null where unknown
 * @param source where it was read, such as a table's number
 * @param confidence how well it is known
 * @param family the protocol it belongs to; figures of two families are never compared
 */
public record Published(
    double value,
    @Nullable Double spread,
    String spreadMeaning,
    @Nullable Integer runs,
    String source,
    Confidence confidence,
    String family) {
  public Published {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("published value: expected a finite number, not " + value);
    }
    if (spread != null && !(spread >= 0 && Double.isFinite(spread))) {
      throw new IllegalArgumentException(
          "published spread: expected a finite number of 0 or more, not " + spread);
    }
    if (runs != null && runs < 1) {
      throw new IllegalArgumentException("published runs: expected 1 or more, not " + runs);
    }
  }
}
