package org.dartboard.cli;

import java.util.List;
import org.dartboard.claim.Profile;
import org.dartboard.reproduce.ReproductionPlan;
import picocli.CommandLine.Option;

/** Which searches a command is about: those of a profile, of all claims or of some. */
final class PlanOptions {
  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "desk or paper. Default: ${DEFAULT-VALUE}.",
      defaultValue = "desk")
  private Profile profile = Profile.DESK;

  @Option(
      names = "--claim",
      paramLabel = "CLAIM",
      description =
          "Only what a paper's or a paper/claim's file asks for; may be given more than once.")
  private List<String> claims = List.of();

  Profile profile() {
    return profile;
  }

  /** Whether the plan is that of all claims. */
  boolean isWhole() {
    return claims.isEmpty();
  }

  /**
   * The plan that the checkout's claims come to.
   *
   * @throws BadInputException for the profile smoke, whose searches run with each reproduction
   * @throws org.dartboard.claim.UnknownClaimException for a claim that there is not
   */
  ReproductionPlan plan() {
    if (profile == Profile.SMOKE) {
      throw new BadInputException(
          "there is no plan for smoke: 'scripts/dartboard reproduce' runs those searches each time."
              + " Plans are for desk and paper");
    }
    return ReproductionPlan.of(Catalogue.load().select(claims), profile);
  }
}
