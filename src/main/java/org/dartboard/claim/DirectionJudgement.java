package org.dartboard.claim;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.dartboard.claim.Finding.Judgement;
import org.dartboard.statistics.Alternative;
import org.dartboard.statistics.Interval;

/**
 * What a finding says under {@link Rule.Direction}.
 *
 * <p>It supports the claim if the corrected p-value is small enough and the effect large enough; it
 * contradicts the claim if the whole interval of the effect is short of the minimum effect; else it
 * is undecided.
 */
final class DirectionJudgement {
  private DirectionJudgement() {}

  /**
   * The judgement.
   *
   * @param runs how many ended, of the side that has fewer
   */
  static Judgement of(Rule.Direction rule, Finding finding, int runs, OptionalDouble correctedP) {
    if (runs < rule.minimumRuns()) {
      return Judgement.UNDECIDED;
    }
    int sign = rule.alternative().sign();
    double effect = sign * finding.difference().getAsDouble();
    if (effect >= rule.minimumEffect()
        && correctedP.isPresent()
        && correctedP.getAsDouble() <= rule.level()) {
      return Judgement.SUPPORTS;
    }
    boolean tooSmall = finding.interval().isPresent() && isTooSmall(rule, finding.interval().get());
    return tooSmall ? Judgement.CONTRADICTS : Judgement.UNDECIDED;
  }

  /** Whether no effect that the interval holds is as large as the smallest that counts. */
  static boolean isTooSmall(Rule.Direction rule, Interval difference) {
    double largest = rule.alternative() == Rule.Way.GREATER ? difference.high() : -difference.low();
    return largest < rule.minimumEffect();
  }

  static Alternative alternative(Rule.Direction rule) {
    return switch (rule.alternative()) {
      case GREATER -> Alternative.GREATER;
      case LESS -> Alternative.LESS;
    };
  }

  /** What to say where fewer runs ended than the rule asks for; else empty. */
  static String tooFew(Rule.Direction rule, int runs) {
    return runs < rule.minimumRuns() ? Runs.fewer(runs, rule.minimumRuns()) : "";
  }

  /** Those of the notes that say something. */
  static String notes(String... notes) {
    return Arrays.stream(notes).filter(note -> !note.isEmpty()).collect(Collectors.joining("; "));
  }
}
