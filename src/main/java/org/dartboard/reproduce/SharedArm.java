package org.dartboard.reproduce;

import java.util.Optional;
import org.dartboard.claim.Profile;
import org.dartboard.claim.Published;

/**
 * An arm that claims share: one search in one profile, with all its seeds.
 *
 * @param profile of the runs
 * @param runs under the label of the first claim that has the arm, or another name
 * @param published its published CIFAR-10 test accuracy, where there is one
 */
record SharedArm(Profile profile, ArmRuns runs, Optional<Published> published) {

  /** By what the ledger knows it; no other arm has the same. */
  String digest() {
    return runs.configuration().digest();
  }

  /** The same arm under another name. */
  SharedArm called(String name) {
    return new SharedArm(profile, runs.called(name), published);
  }

  /** The same arm as another claim has it: of the runs the more, under the label of this. */
  SharedArm joined(SharedArm other) {
    ArmRuns more = other.runs.planned() > runs.planned() ? other.runs : runs;
    return new SharedArm(profile, more.called(runs.arm().label()), published.or(other::published));
  }
}
