package org.dartboard.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dartboard.report.data.ClaimReport;
import org.dartboard.report.data.ClaimSummary;
import org.dartboard.report.data.Entry;
import org.dartboard.report.data.Kind;
import org.dartboard.report.data.Outcome;
import org.dartboard.report.data.Profile;
import org.dartboard.report.data.SampleReports;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvidenceStrengthTest {
  @Test
  void eachIsLessThanTheNext() {
    List<EvidenceStrength> ascending =
        List.of(
            of(Kind.SEARCH, null, 0, 0),
            of(Kind.SEARCH, Profile.SMOKE, 1, 2),
            of(Kind.SEARCH, Profile.PAPER, 0.25, 1),
            of(Kind.SEARCH, Profile.DESK, 0.5, 3),
            of(Kind.SEARCH, Profile.PAPER, 0.5, 3),
            of(Kind.SEARCH, Profile.DESK, 1, 6),
            of(Kind.SEARCH, Profile.PAPER, 1, 6));
    for (int i = 1; i < ascending.size(); i++) {
      assertTrue(ascending.get(i - 1).isLessThan(ascending.get(i)), ascending.get(i)::toString);
      assertFalse(ascending.get(i).isLessThan(ascending.get(i - 1)), ascending.get(i)::toString);
      assertFalse(ascending.get(i).isLessThan(ascending.get(i)), ascending.get(i)::toString);
    }
  }

  @Test
  void aStandInIsLessThanAnyRunOnPublishedData() {
    EvidenceStrength standIn =
        EvidenceStrength.of(report(Kind.SEARCH, Profile.PAPER, 1, 9, ClaimReport.STAND_IN));
    assertTrue(standIn.isLessThan(of(Kind.SEARCH, Profile.SMOKE, 1, 1)));
    assertTrue(of(Kind.SEARCH, null, 0, 0).isLessThan(standIn));
  }

  @Test
  void moreRunsOfOneProfileAreMoreThoughFurtherOnesAreAskedFor() {
    EvidenceStrength all = of(Kind.SEARCH, Profile.DESK, 1, 3);
    EvidenceStrength fourOfFive = of(Kind.SEARCH, Profile.DESK, 0.8, 4);
    assertTrue(all.isLessThan(fourOfFive));
    assertFalse(fourOfFive.isLessThan(all));
  }

  @Test
  void whatFollowsFromTheTableIsUnabridgedAtTheDesk() {
    assertEquals(of(Kind.TABLE, Profile.PAPER, 1, 500), of(Kind.TABLE, Profile.DESK, 1, 500));
  }

  private static EvidenceStrength of(
      Kind kind, @Nullable Profile profile, double completeness, int runs) {
    return EvidenceStrength.of(report(kind, profile, completeness, runs, "seeds"));
  }

  private static ClaimReport report(
      Kind kind, @Nullable Profile profile, double completeness, int runs, String provenance) {
    return new ClaimReport(
        new ClaimSummary(
            SampleReports.paper(),
            "claim",
            "A claim",
            "A statement.",
            kind,
            profile,
            Outcome.INCONCLUSIVE,
            "a reason",
            "",
            "",
            "",
            runs,
            completeness,
            ""),
        List.of(),
        List.of(),
        List.of(),
        List.of(new Entry(provenance, "some")));
  }
}
