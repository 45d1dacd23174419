package org.dartboard.reproduce;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.dartboard.claim.Claim;
import org.dartboard.claim.ClaimFile;
import org.dartboard.claim.ClaimKind;
import org.dartboard.claim.FailedRuns;
import org.dartboard.claim.Paper;
import org.dartboard.claim.Procedure;
import org.dartboard.claim.Profiles;
import org.dartboard.claim.Quantity;
import org.dartboard.claim.Rule;
import org.dartboard.claim.Target;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleTextTest {
  private static final String EITHER_SIDE =
      "failed runs of either side count as the value, among the runs of both, that speaks most"
          + " against the claim. why";

  @Test
  void aReferenceMakesTwoSides() {
    String text = text(direction(null, 5, FailedRuns.WORST), "the other runs");
    assertTrue(text.endsWith("At least 5 runs a side must end; " + EITHER_SIDE), text);
    assertTrue(text.contains("those that have yet to be run have p = 1."), text);
  }

  @Test
  void aShareHasOneSide() {
    String text = text(direction(new Rule.Share(10, 0.5), 1, FailedRuns.WORST), null);
    assertTrue(
        text.endsWith(
            "A run counts if it is above 10; chance is 0.5. At least 1 run must end; failed runs count as"
                + " the value that speaks most against the claim. why"),
        text);
  }

  @Test
  void anEquivalenceHasTwoSidesWhereItsReferenceIsMeasured() {
    Rule rule =
        new Rule.Equivalence("welch-interval", 1, Map.of(), 0.05, 3, FailedRuns.WORST, "why");
    String measured = text(rule, "the other runs");
    assertTrue(measured.endsWith("At least 3 runs a side must end; " + EITHER_SIDE), measured);
    String fixed = text(rule, null);
    assertTrue(
        fixed.contains("margin of 1. At least 3 runs must end; failed runs count as the"), fixed);
    Rule excluding =
        new Rule.Equivalence("welch-interval", 1, Map.of(), 0.05, 3, FailedRuns.EXCLUDE, "why");
    assertTrue(
        text(excluding, null).endsWith("At least 3 runs must end; failed runs are left out. why"));
  }

  private static Rule direction(
      Rule.@Nullable Share share, int minimumRuns, FailedRuns failedRuns) {
    return new Rule.Direction(
        share == null ? "permutation" : "binomial",
        Rule.Way.GREATER,
        0.5,
        0.05,
        minimumRuns,
        failedRuns,
        share,
        "why");
  }

  private static String text(Rule rule, @Nullable String reference) {
    Profiles.Settings runs = new Profiles.Settings(10);
    Claim claim =
        new Claim(
            "paper",
            "claim",
            "title",
            "statement",
            ClaimKind.TABLE,
            null,
            null,
            null,
            List.of(new Target("A", Quantity.COUNT, null, null, null, null, reference)),
            List.of(),
            new Procedure.Optimum(),
            new Profiles(runs, runs, runs),
            rule);
    return RuleText.of(
        new ClaimFile(
            new Paper("paper", "title", List.of("author"), 2020, "venue", List.of("id")),
            List.of(claim)),
        claim);
  }
}
