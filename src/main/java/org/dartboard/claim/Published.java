package org.dartboard.claim;

import java.util.List;
import java.util.Optional;
import org.dartboard.statistics.Sample;
import org.jspecify.annotations.Nullable;

/**
 * A figure as it was published.
 *
 * @param value in the unit of the target's quantity
 * @param spread what follows the ±, or null where there is none
 * @param spreadMeaning what the spread is, or null without one
 * @param runs how many runs the value is the mean of, or null where that is unknown
 * @param where the table, figure or section, such as {@code Table 5}
 * @param sources where it was read: one entry for each independent quotation
 * @param confidence how well it is known
 * @param family the protocol that it belongs to
 * @param note what a reader must know about this figure, or null
 */
public record Published(
    double value,
    @Nullable Double spread,
    @Nullable SpreadMeaning spreadMeaning,
    @Nullable Integer runs,
    String where,
    List<String> sources,
    Confidence confidence,
    Family family,
    @Nullable String note) {
  public Published {
    sources = List.copyOf(sources);
  }

  /**
   * Whether a verdict may rest on this figure: what was read at its origin or computed from the
   * authors' data may decide, what others quote only if two independent sources agree, what is
   * merely remembered never.
   */
  public boolean isTrusted() {
    return switch (confidence) {
      case PAPER, README, COMPUTED -> true;
      case SECOND_HAND -> sources.size() >= 2;
      case MEMORY -> false;
    };
  }

  /**
   * The published runs as a sample; empty where the spread, its meaning or the number of runs is
   * unknown, so that the error of the published mean is unknown too.
   */
  public Optional<Sample> sample() {
    if (spread == null || spreadMeaning == null || runs == null || runs < 2) {
      return Optional.empty();
    }
    return switch (spreadMeaning) {
      case STANDARD_DEVIATION_OF_RUNS -> Optional.of(Sample.ofSummary(runs, value, spread));
      case STANDARD_ERROR -> Optional.of(Sample.ofSummary(runs, value, spread * Math.sqrt(runs)));
      case RETRAININGS_OF_ONE_CELL, UNKNOWN -> Optional.empty();
    };
  }
}
