package org.dartboard.reproduce;

import org.dartboard.report.data.ClaimReport;
import org.dartboard.report.data.ClaimSummary;
import org.dartboard.report.data.Kind;
import org.dartboard.report.data.Profile;

/**
 * How much a claim's report rests on: the grade of the runs first, and their number last. Between
 * runs of two scales, it matters more that all are there than that they are large, as {@link
 * SearchEvidence#best} has it.
 *
 * <p>A report shows the best evidence that there is, so a quick look or a run without data must not
 * take the place of a full one.
 *
 * @param grade 0 where nothing was run, 1 where it was run on stand-ins for the published data, 2
 *     for the profile smoke, 3 for desk and paper
 * @param scale of the runs of grade 3: 1 for the profile desk, 2 for paper; what follows from the
 *     table alone is unabridged at the desk too. 0 for other grades
 * @param completeness share of the planned runs that are finished, 0 to 1
 * @param runs number of runs
 */
record EvidenceStrength(int grade, int scale, double completeness, int runs) {
  private static final int STAND_IN = 1;
  private static final int SMOKE = 2;
  private static final int FULL = 3;

  static EvidenceStrength of(ClaimReport report) {
    ClaimSummary summary = report.summary();
    Profile profile = summary.profile();
    int grade = profile == null ? 0 : grade(report, profile);
    boolean unabridged = profile == Profile.PAPER || summary.kind() == Kind.TABLE;
    int scale = grade < FULL ? 0 : unabridged ? 2 : 1;
    return new EvidenceStrength(grade, scale, summary.completeness(), summary.runs());
  }

  private static int grade(ClaimReport report, Profile profile) {
    if (report.standIn().isPresent()) {
      return STAND_IN;
    }
    return profile == Profile.SMOKE ? SMOKE : FULL;
  }

  /** Whether a report with this must not take the place of one with the other. */
  boolean isLessThan(EvidenceStrength other) {
    if (grade != other.grade) {
      return grade < other.grade;
    }
    // Of one scale more runs are more, even where the claim has come to ask for further ones.
    if (scale == other.scale) {
      return runs < other.runs;
    }
    int order = Double.compare(completeness, other.completeness);
    return order == 0 ? scale < other.scale : order < 0;
  }
}
