package org.dartboard.claim;

/**
 * Whether the runs that are planned could contradict a claim, as {@link LeastP} says whether they
 * could support it.
 *
 * <p>A share of few runs has so wide an interval that even with none of them above the threshold
 * the effect that a rule asks for may lie in it. How wide an interval of means will be depends on
 * what is measured, so nothing is said of those.
 */
public final class Contradiction {
  private Contradiction() {}

  /** False where runs that all speak against the claim would leave it undecided. */
  public static boolean isPossible(Claim claim, Profile profile) {
    return !(claim.rule() instanceof Rule.Direction rule)
        || rule.share() == null
        || claim.tests().stream()
            .anyMatch(
                target ->
                    ShareAssessment.canContradict(
                        rule, rule.share(), PlannedRuns.of(claim, target, profile).measured()));
  }
}
