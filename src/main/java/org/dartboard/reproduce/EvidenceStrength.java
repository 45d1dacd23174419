package org.dartboard.reproduce;

import java.util.Comparator;
import org.dartboard.report.data.ClaimSummary;
import org.dartboard.report.data.Kind;
import org.dartboard.report.data.Profile;

/**
 * How much a claim's report rests on: first the scale of the runs, then their number.
 *
 * <p>A report shows the best evidence that there is, so a quick look or a run without data must not
 * take the place of a full one.
 *
 * @param scale 0 where nothing was run, 1 to 3 for the profiles smoke, desk and paper; what follows
 *     from the table alone is unabridged at the desk too
 * @param runs number of runs
 */
record EvidenceStrength(int scale, int runs) implements Comparable<EvidenceStrength> {
  private static final Comparator<EvidenceStrength> ORDER =
      Comparator.comparingInt(EvidenceStrength::scale).thenComparingInt(EvidenceStrength::runs);
  private static final int UNABRIDGED = 3;

  static EvidenceStrength of(ClaimSummary summary) {
    Profile profile = summary.profile();
    if (profile == null) {
      return new EvidenceStrength(0, 0);
    }
    int scale =
        switch (profile) {
          case SMOKE -> 1;
          case DESK -> summary.kind() == Kind.TABLE ? UNABRIDGED : 2;
          case PAPER -> UNABRIDGED;
        };
    return new EvidenceStrength(scale, summary.runs());
  }

  @Override
  public int compareTo(EvidenceStrength other) {
    return ORDER.compare(this, other);
  }
}
