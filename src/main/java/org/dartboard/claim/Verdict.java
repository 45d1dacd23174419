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
}
