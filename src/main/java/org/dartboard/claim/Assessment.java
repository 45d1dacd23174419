package org.dartboard.claim;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.dartboard.claim.Finding.Judgement;
import org.dartboard.statistics.Interval;

/**
 * One target under its rule, up to the correction for several tests, which needs those of the whole
 * paper.
 *
 * @param uncorrected the finding with everything but the corrected p-value and what follows from it
 * @param judge the judgement, given the corrected p-value, which is empty where there is none
 */
record Assessment(Finding uncorrected, Function<OptionalDouble, Judgement> judge) {
  /** A trial that no p-value enters. */
  static Assessment of(Finding finding) {
    return new Assessment(finding, ignored -> finding.judgement());
  }

  /** A target that the rule cannot judge. */
  static Assessment undecided(
      Target target, int runs, int failures, OptionalDouble measured, String note) {
    return of(
        new Finding(
            target,
            target.mayDecide(),
            Judgement.UNDECIDED,
            runs,
            failures,
            measured,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.<Interval>empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            note));
  }

  /** The finding, once the p-value is corrected. */
  Finding corrected(OptionalDouble correctedP) {
    return new Finding(
        uncorrected.target(),
        uncorrected.decides(),
        judge.apply(correctedP),
        uncorrected.runs(),
        uncorrected.failures(),
        uncorrected.measured(),
        uncorrected.expected(),
        uncorrected.difference(),
        uncorrected.interval(),
        uncorrected.p(),
        correctedP,
        uncorrected.note());
  }
}
