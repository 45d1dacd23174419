package org.dartboard.reproduce;

import java.util.Comparator;
import org.dartboard.report.data.ClaimReport;
import org.dartboard.report.data.ClaimSummary;
import org.dartboard.report.data.Kind;
import org.dartboard.report.data.Profile;

/**
 * How much a claim's report rests on: first the scale of the runs, then their number.
 *
 * <p>A report shows the best evidence that there is, so a quick look or a run without data must not
 * take the place of a full one.
 *
 * @param scale 0 where nothing was run, 1 where it was run on stand-ins for the published data, 2
 *     to 4 for the profiles smoke, desk and paper; what follows from the table alone is unabridged
 *     at the desk too
 * @param runs number of runs
 */
record EvidenceStrength(int scale, int runs) implements Comparable<EvidenceStrength> {
  private static final Comparator<EvidenceStrength> ORDER =
      Comparator.comparingInt(EvidenceStrength::scale).thenComparingInt(EvidenceStrength::runs);
  private static final int UNABRIDGED = 4;

  static EvidenceStrength of(ClaimReport report) {
    ClaimSummary summary = report.summary();
    Profile profile = summary.profile();
    if (profile == null) {
      return new EvidenceStrength(0, 0);
    }
    if (report.standIn().isPresent()) {
      return new EvidenceStrength(1, summary.runs());
    }
    int scale =
        switch (profile) {
          case SMOKE -> 2;
          case DESK -> summary.kind() == Kind.TABLE ? UNABRIDGED : 3;
          case PAPER -> UNABRIDGED;
        };
    return new EvidenceStrength(scale, summary.runs());
  }

  @Override
  public int compareTo(EvidenceStrength other) {
    return ORDER.compare(this, other);
  }
}
