package org.dartboard.run;

import java.util.Objects;
import org.dartboard.space.Cell;
import org.jspecify.annotations.Nullable;

/**
 * A finished trial: what one seed of one configuration found.
 *
 * @param seed the trial's seed, 0 or more
 * @param cell the cell that was found, or null where the trial failed
 * @param evaluations how many cells were trained or looked up on the way; for a supernet search,
 *     how many steps its weights took
 * @param clockSeconds the search's own clock at its end, in seconds; simulated for searches on the
 *     table, 0 for a supernet search
 * @param wallSeconds how long the trial really took
 * @param provenance the identifier of the {@link Provenance} it ran under
 */
public record Trial(
    long seed,
    @Nullable Cell cell,
    int evaluations,
    double clockSeconds,
    double wallSeconds,
    String provenance) {

  /** Whether another trial of the same configuration and seed came to the same result. */
  boolean agreesWith(Trial other) {
    return seed == other.seed
        && Objects.equals(cell, other.cell)
        && evaluations == other.evaluations
        && Math.abs(clockSeconds - other.clockSeconds) <= CLOCK_RESOLUTION;
  }

  /** The ledger keeps clocks to the millisecond. */
  static final double CLOCK_RESOLUTION = 0.001;
}
