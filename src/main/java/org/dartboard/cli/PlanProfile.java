package org.dartboard.cli;

import org.dartboard.claim.Profile;
import org.dartboard.reproduce.ReproductionPlan;

/** The plan of a profile that is planned at all. */
final class PlanProfile {
  private PlanProfile() {}

  /**
   * The plan that the checkout's claims come to.
   *
   * @throws BadInputException for the profile smoke, whose searches run with each reproduction
   */
  static ReproductionPlan plan(Profile profile) {
    if (profile == Profile.SMOKE) {
      throw new BadInputException(
          "there is no plan for smoke: 'scripts/dartboard reproduce' runs those searches each time."
              + " Plans are for desk and paper");
    }
    return ReproductionPlan.of(Catalogue.load(), profile);
  }
}
