package org.dartboard.report.data;

import org.jspecify.annotations.Nullable;

/**
 * A claim and what became of it.
 *
 * @param paper who makes the claim
 * @param id the claim's name within its paper, such as {@code table-5}
 * @param title a few words
 * @param statement the claim in our own words
 * @param kind what it needs in order to be tested
 * @param profile how much work the reproduction was given; null where nothing was run
 * @param outcome the verdict
 * @param reason why the verdict is what it is, in one line
 * @param rule the rule of the verdict, in words
 * @param adaptation where our protocol differs from the paper's; blank where it does not
 * @param reconstruction what had to be guessed of the method; blank where nothing
 * @param runs number of finished runs, zero or more
 * @param completeness share of the runs that the claim waits for that are finished, 0 to 1
 * @param command the command that regenerates the result
 */
public record ClaimSummary(
    Paper paper,
    String id,
    String title,
    String statement,
    Kind kind,
    @Nullable Profile profile,
    Outcome outcome,
    String reason,
    String rule,
    String adaptation,
    String reconstruction,
    int runs,
    double completeness,
    String command) {
  public ClaimSummary {
    Identifiers.checked("claim", id);
    Identifiers.filled("title of claim " + id, title);
    Identifiers.filled("statement of claim " + id, statement);
    Identifiers.filled("reason of claim " + id, reason);
    if (runs < 0) {
      throw new IllegalArgumentException(
          "runs of claim " + id + ": expected 0 or more, not " + runs);
    }
    if (!(completeness >= 0 && completeness <= 1)) {
      throw new IllegalArgumentException(
          "completeness of claim " + id + ": expected 0 to 1, not " + completeness);
    }
  }

  /** The name that is unique among all claims: {@code paper/claim}. */
  public String name() {
    return paper.id() + "/" + id;
  }
}
