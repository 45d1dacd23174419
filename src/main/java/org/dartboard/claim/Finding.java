package org.dartboard.claim;

import java.util.Optional;
import java.util.OptionalDouble;
import org.dartboard.statistics.Interval;

/**
 * What the rule says of one target.
 *
 * @param target the target
 * @param decides whether the verdict rests on it
 * @param judgement what the rule says
 * @param runs how many values went into it
 * @param failures how many runs failed or gave a value that is not finite
 * @param measured the measured mean, share or exact value; empty without a value
 * @param expected what it is held against: the published figure, the reference's mean, or chance
 * @param difference measured minus expected
 * @param interval of the difference; empty where there is none
 * @param p the p-value of the test; empty where none was made
 * @param correctedP the p-value after Holm's correction within the paper; empty likewise
 * @param note what a reader must know of how it came about; may be empty
 */
public record Finding(
    Target target,
    boolean decides,
    Judgement judgement,
    int runs,
    int failures,
    OptionalDouble measured,
    OptionalDouble expected,
    OptionalDouble difference,
    Optional<Interval> interval,
    OptionalDouble p,
    OptionalDouble correctedP,
    String note) {
  /** What one target says of the claim. */
  public enum Judgement {
    /** As claimed. */
    SUPPORTS,
    /** Not as claimed. */
    CONTRADICTS,
    /** Cannot tell. */
    UNDECIDED
  }
}
