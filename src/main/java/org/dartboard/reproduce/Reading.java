package org.dartboard.reproduce;

import java.util.Optional;
import org.dartboard.claim.Evidence;
import org.dartboard.claim.Profile;
import org.dartboard.data.ImageSource;

/**
 * What there is on a claim.
 *
 * @param profile that the evidence comes from
 * @param evidence what the rule is applied to
 * @param measurements empty where no run has been made
 * @param images what the networks of the runs saw; CIFAR-10 where there are none
 */
record Reading(
    Profile profile, Evidence evidence, Optional<Measurements> measurements, ImageSource images) {
  /** What there is on a claim that rests on no generated images. */
  Reading(Profile profile, Evidence evidence, Optional<Measurements> measurements) {
    this(profile, evidence, measurements, ImageSource.CIFAR_10);
  }

  /** The share of the runs to be made that are finished, 0 to 1. */
  double completeness() {
    if (evidence instanceof Evidence.NotRun) {
      return 0;
    }
    return evidence instanceof Evidence.Unfinished unfinished
        ? (double) unfinished.finished() / unfinished.planned()
        : 1;
  }

  static Reading notRun(Profile profile, String reason) {
    return new Reading(profile, new Evidence.NotRun(reason), Optional.empty());
  }
}
