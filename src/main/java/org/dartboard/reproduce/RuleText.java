package org.dartboard.reproduce;

import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dartboard.claim.Claim;
import org.dartboard.claim.ClaimFile;
import org.dartboard.claim.Contradiction;
import org.dartboard.claim.FailedRuns;
import org.dartboard.claim.LeastP;
import org.dartboard.claim.Profile;
import org.dartboard.claim.Rule;

/** Says a rule in words. */
public final class RuleText {
  private RuleText() {}

  /**
   * The rule of a claim as sentences for a reader, with a warning where no outcome of the runs that
   * are planned could support the claim, or none could contradict it.
   *
   * @param file what the claim is of
   */
  public static String of(ClaimFile file, Claim claim) {
    String text = ofRule(claim);
    if (claim.rule() instanceof Rule.Direction rule) {
      String hopeless =
          Stream.of(Profile.DESK, Profile.PAPER)
              .filter(profile -> least(file, claim, profile) > rule.level())
              .map(
                  profile ->
                      String.format(
                          Locale.ROOT,
                          "%s (at best p = %.2g)",
                          profile.label(),
                          least(file, claim, profile)))
              .collect(Collectors.joining(" and "));
      String safe =
          Stream.of(Profile.DESK, Profile.PAPER)
              .filter(profile -> !Contradiction.isPossible(claim, profile))
              .map(Profile::label)
              .collect(Collectors.joining(" and "));
      if (!safe.isEmpty()) {
        text +=
            " However clear, so few runs can support the claim but never contradict it: profile "
                + safe
                + ".";
      }
      if (!hopeless.isEmpty()) {
        return text
            + " However clear, so few runs can contradict the claim but never support it, since p is"
            + " corrected for all tests of the paper: profile "
            + hopeless
            + ".";
      }
    }
    return text;
  }

  private static double least(ClaimFile file, Claim claim, Profile profile) {
    return LeastP.corrected(file, profile).getOrDefault(claim.id(), 0.0);
  }

  private static String ofRule(Claim claim) {
    Rule rule = claim.rule();
    if (rule instanceof Rule.Equivalence equivalence) {
      boolean measuredReference =
          claim.targets().stream().anyMatch(target -> target.reference() != null);
      return equivalence(equivalence, measuredReference);
    } else if (rule instanceof Rule.Exact exact) {
      return "Exact (%s): measured and published differ by at most %s. %s"
          .formatted(exact.test(), number(exact.tolerance()), exact.why());
    } else if (rule instanceof Rule.Direction direction) {
      return direction(direction);
    }
    return "None: " + rule.why() + ".";
  }

  private static String equivalence(Rule.Equivalence rule, boolean measuredReference) {
    String others =
        new TreeMap<>(rule.margins())
            .entrySet().stream()
                .map(entry -> entry.getKey() + " " + number(entry.getValue()))
                .collect(Collectors.joining(", ", "; ", ""));
    return ("Equivalence (%s): the %s %% interval of the difference lies inside a margin of %s%s."
            + " %s; %s. %s")
        .formatted(
            rule.test(),
            percent(1 - rule.level()),
            number(rule.margin()),
            rule.margins().isEmpty() ? "" : others,
            atLeast(rule.minimumRuns(), measuredReference),
            failed(rule.failedRuns(), measuredReference),
            rule.why());
  }

  private static String direction(Rule.Direction rule) {
    Rule.Share share = rule.share();
    String counted =
        share == null
            ? ""
            : " A run counts if it is above %s; chance is %s."
                .formatted(number(share.threshold()), number(share.chance()));
    return ("Direction (%s test): measured is %s than the reference by at least %s, with a p-value"
            + " of at most %s after Holm's correction over all tests of the paper, in which those that"
            + " have yet to be run have p = 1.%s %s; %s. %s")
        .formatted(
            rule.test(),
            rule.alternative().label(),
            number(rule.minimumEffect()),
            number(rule.level()),
            counted,
            atLeast(rule.minimumRuns(), share == null),
            failed(rule.failedRuns(), share == null),
            rule.why());
  }

  private static String atLeast(int runs, boolean twoSides) {
    return "At least "
        + runs
        + (runs == 1 ? " run" : " runs")
        + (twoSides ? " a side" : "")
        + " must end";
  }

  private static String failed(FailedRuns failedRuns, boolean twoSides) {
    return switch (failedRuns) {
      case EXCLUDE -> "failed runs are left out";
      case WORST ->
          twoSides
              ? "failed runs of either side count as the value, among the runs of both, that speaks"
                  + " most against the claim"
              : "failed runs count as the value that speaks most against the claim";
    };
  }

  private static String percent(double share) {
    return number(Math.round(share * 10_000) / 100.0);
  }

  /** Without decimals where it is whole. */
  static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }
}
