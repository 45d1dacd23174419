package org.dartboard.reproduce;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dartboard.claim.Claim;
import org.dartboard.claim.Evidence;
import org.dartboard.claim.Procedure;
import org.dartboard.claim.Profile;
import org.dartboard.data.ImageSource;
import org.dartboard.run.Ledger;

/**
 * Finds the evidence of claims on differentiable searches.
 *
 * <p>Every claim's searches are run in the profile smoke, if only to show that they can. Unless
 * that profile was asked for, the evidence is the best that the ledger has.
 */
final class SearchClaims {
  private final SupernetSearchMeasurement measurement;
  private final Ledger ledger;
  private final Optional<SmokeSearches> smoke;
  private final Profile asked;

  SearchClaims(CellFigures figures, Ledger ledger, Optional<SmokeSearches> smoke, Profile asked) {
    this.measurement = new SupernetSearchMeasurement(figures);
    this.ledger = ledger;
    this.smoke = smoke;
    this.asked = asked;
  }

  Reading read(Claim claim, Procedure.SupernetSearch procedure) throws IOException {
    ImageSource images = smoke.map(SmokeSearches::images).orElse(ImageSource.CIFAR_10);
    Optional<SearchEvidence> trial =
        smoke.isPresent()
            ? Optional.of(smoke.get().runs(claim, procedure))
            : Optional.<SearchEvidence>empty();
    if (asked == Profile.SMOKE) {
      return trial
          .map(runs -> finished(claim, procedure, runs, List.of(), images))
          .orElseGet(() -> Reading.notRun(Profile.SMOKE, Reproduction.IMAGES_MISSING));
    }
    SearchEvidence best = SearchEvidence.best(ledger, claim, procedure);
    if (best.finished() == 0) {
      return Reading.notRun(
          best.profile(),
          String.format(
              Locale.ROOT,
              "0 of %d runs of the profile %s, all queued (%s)%s",
              best.planned(),
              best.profile().label(),
              RunCommands.named(claim, best.profile()),
              trial.isPresent() ? ". " + ranInSmoke(images) : ""));
    }
    List<SearchEvidence> both =
        List.of(
            SearchEvidence.of(ledger, claim, procedure, Profile.DESK),
            SearchEvidence.of(ledger, claim, procedure, Profile.PAPER));
    return finished(claim, procedure, best, both, ImageSource.CIFAR_10);
  }

  private static String ranInSmoke(ImageSource images) {
    return "In the profile smoke all of the claim's searches ran"
        + (images.published() ? "" : ", on generated images, not on CIFAR-10");
  }

  private Reading finished(
      Claim claim,
      Procedure.SupernetSearch procedure,
      SearchEvidence runs,
      List<SearchEvidence> others,
      ImageSource images) {
    Measurements measurements = measurement.measure(claim, procedure, runs, others);
    Evidence evidence =
        runs.complete()
            ? new Evidence.Measurements(measurements.measured())
            : new Evidence.Unfinished(
                measurements.measured(),
                runs.finished(),
                runs.planned(),
                RunCommands.named(claim, runs.profile()));
    return new Reading(runs.profile(), evidence, Optional.of(measurements), images);
  }
}
