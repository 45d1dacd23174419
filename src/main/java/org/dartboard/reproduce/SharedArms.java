package org.dartboard.reproduce;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.dartboard.claim.Claim;
import org.dartboard.claim.Column;
import org.dartboard.claim.Procedure;
import org.dartboard.claim.Profile;
import org.dartboard.claim.Published;
import org.dartboard.claim.Quantity;
import org.dartboard.claim.Target;
import org.dartboard.run.Ledger;

/**
 * The searches of some claims, each once: those that they rest on, and others that have been run.
 *
 * @param arms by the digests of their configurations, in the order of the claims
 * @param comparisons that the claims make between them
 */
record SharedArms(Map<String, SharedArm> arms, Comparisons comparisons) {
  /**
   * Those of the best evidence of each claim, and those of its other profile that have a run.
   *
   * @param column whose published accuracies are taken along
   */
  static SharedArms of(Ledger ledger, List<Claim> claims, Column column) throws IOException {
    Map<String, SharedArm> arms = new LinkedHashMap<>();
    Comparisons comparisons = Comparisons.none();
    for (Claim claim : claims) {
      if (!(claim.procedure() instanceof Procedure.SupernetSearch procedure)) {
        continue;
      }
      SearchEvidence best = SearchEvidence.best(ledger, claim, procedure);
      SearchEvidence other =
          SearchEvidence.of(
              ledger,
              claim,
              procedure,
              best.profile() == Profile.DESK ? Profile.PAPER : Profile.DESK);
      for (SearchEvidence evidence : List.of(best, other)) {
        comparisons = comparisons.and(procedure, evidence.arms());
        for (ArmRuns runs : evidence.arms().values()) {
          if (evidence == other && runs.runs().isEmpty()) {
            continue;
          }
          String label = runs.arm().label();
          SharedArm arm =
              new SharedArm(evidence.profile(), runs, published(claim, procedure, label, column));
          arms.merge(arm.digest(), arm, SharedArm::joined);
        }
      }
    }
    return new SharedArms(arms, comparisons);
  }

  boolean isEmpty() {
    return arms.isEmpty();
  }

  /**
   * A search in its place on a page.
   *
   * @param arm under the name that no other search of the page has
   * @param depth how many comparisons lie between it and a first baseline
   */
  record Placed(SharedArm arm, int depth) {
    String name() {
      return arm.runs().arm().label();
    }
  }

  /** All searches, named for a page, in groups between which no claim compares. */
  List<List<Placed>> groups() {
    return groups(arms.values());
  }

  /** The same of those searches alone of which a run has ended. */
  List<List<Placed>> begun() {
    return groups(arms.values().stream().filter(arm -> !arm.runs().runs().isEmpty()).toList());
  }

  private List<List<Placed>> groups(Collection<SharedArm> some) {
    Map<String, String> names = ArmNames.of(arms.values(), comparisons);
    List<List<Placed>> groups = new ArrayList<>();
    for (List<ArmOrder.Place> group :
        ArmOrder.groups(some.stream().map(SharedArm::digest).toList(), comparisons)) {
      groups.add(
          group.stream()
              .map(
                  place -> {
                    SharedArm arm = Objects.requireNonNull(arms.get(place.digest()));
                    String name = Objects.requireNonNull(names.get(place.digest()));
                    return new Placed(arm.called(name), place.depth());
                  })
              .toList());
    }
    return groups;
  }

  /** That of a target that is measured on the arm alone, or of the context under its label. */
  private static Optional<Published> published(
      Claim claim, Procedure.SupernetSearch procedure, String label, Column column) {
    return Stream.concat(
            claim.targets().stream()
                .filter(target -> procedure.measure(target.label()).of().equals(List.of(label))),
            claim.context().stream().filter(target -> target.label().equals(label)))
        .filter(target -> target.quantity() == Quantity.ACCURACY)
        .filter(target -> target.column().equals(Optional.of(column)))
        .map(Target::published)
        .filter(Objects::nonNull)
        .findFirst();
  }
}
