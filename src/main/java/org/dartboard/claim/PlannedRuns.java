package org.dartboard.claim;

import java.util.List;

/**
 * How many values a target will have once all runs of a profile are there.
 *
 * @param measured of the target's own
 * @param reference of what it is held against, if that is runs
 */
record PlannedRuns(int measured, int reference) {
  static PlannedRuns of(Claim claim, Target target, Profile profile) {
    int runs = claim.profiles().of(profile).runs();
    if (claim.procedure() instanceof Procedure.SupernetSearch search) {
      SearchMeasure measure = search.measure(target.label());
      int measured = runs * methods(search, measure.of());
      return new PlannedRuns(
          measured, measure.isRetrained() ? measured : runs * methods(search, measure.against()));
    }
    if (claim.procedure() instanceof Procedure.BestOfN best) {
      return new PlannedRuns(runs / 2 / best.decideAt(), runs / 2);
    }
    if (claim.procedure() instanceof Procedure.Training training) {
      return new PlannedRuns(training.architectures().size(), runs);
    }
    return new PlannedRuns(runs, runs);
  }

  /** Arms of one method are averaged seed by seed, so they come to as many values as one. */
  private static int methods(Procedure.SupernetSearch search, List<String> labels) {
    return (int) labels.stream().map(label -> search.arm(label).method()).distinct().count();
  }
}
