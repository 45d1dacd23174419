package org.dartboard.claim;

import java.util.List;

/**
 * A claim, decided.
 *
 * @param claim the {@code paper/claim}
 * @param profile the profile whose runs it rests on
 * @param outcome the word that it comes down to
 * @param reason one or more sentences
 * @param findings one for each target, in the order of the claim; empty if nothing was run
 */
public record Verdict(
    String claim, Profile profile, Outcome outcome, String reason, List<Finding> findings) {
  public Verdict {
    findings = List.copyOf(findings);
  }

  /**
   * What remains of the verdict if its figures do not rest on published data: the findings, and no
   * more than {@link Outcome#INCONCLUSIVE}.
   *
   * @param inPlace what the runs were made on, and in place of what: 'on ..., not on ...'
   */
  public Verdict onStandIn(String inPlace) {
    return switch (outcome) {
      case NOT_RUN, PUBLISHED_ONLY -> this;
      case REPRODUCED,
          NOT_REPRODUCED,
          INCONCLUSIVE,
          MECHANISM_SEEN,
          MECHANISM_NOT_SEEN,
          RECONSTRUCTION_DID_NOT_SHOW_IT,
          NO_TRUSTED_TARGET ->
          new Verdict(
              claim,
              profile,
              Outcome.INCONCLUSIVE,
              "run "
                  + inPlace
                  + ", so it decides nothing. On these figures it would read: "
                  + reason,
              findings);
    };
  }
}
