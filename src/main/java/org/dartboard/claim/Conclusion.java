package org.dartboard.claim;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dartboard.claim.Finding.Judgement;

/** Draws the verdict of one claim from the findings of its targets. */
final class Conclusion {
  private Conclusion() {}

  static Verdict of(Claim claim, Profile profile, List<Finding> findings) {
    List<Finding> deciding = findings.stream().filter(Finding::decides).toList();
    long supporting = count(deciding, Judgement.SUPPORTS);
    long contradicting = count(deciding, Judgement.CONTRADICTS);
    Outcome outcome = outcome(claim, profile, deciding.size(), supporting, contradicting);
    StringBuilder reason = new StringBuilder();
    if (deciding.isEmpty()) {
      reason.append(
          "No target has a published figure that may decide; the differences are shown for"
              + " information.");
    } else {
      reason.append(headline(deciding.size(), supporting, contradicting));
      List<Finding> telling =
          deciding.stream().filter(finding -> finding.judgement() != Judgement.SUPPORTS).toList();
      // Where all figures agree, one alone is worth its numbers; more of them stand in the table.
      List<Finding> told = telling.isEmpty() && deciding.size() == 1 ? deciding : telling;
      told.stream()
          .limit(2)
          .forEach(finding -> reason.append(' ').append(sentence(claim.rule(), finding)));
    }
    int idle = findings.size() - deciding.size();
    if (idle > 0 && !deciding.isEmpty()) {
      reason.append(
          String.format(
              Locale.ROOT,
              " %d of %d figures %s nothing, since what was published is not well enough known.",
              idle,
              findings.size(),
              idle == 1 ? "decides" : "decide"));
    }
    if (profile == Profile.SMOKE && !deciding.isEmpty()) {
      reason.append(" The profile smoke only proves that the path works.");
    }
    if (claim.isReconstruction()) {
      reason.append(
          " The method is a reconstruction: " + Objects.requireNonNull(claim.reconstruction()));
    }
    return new Verdict(claim.reference(), profile, outcome, reason.toString(), findings);
  }

  /** The verdict while runs are still to come: whatever the figures say, it is too early. */
  static Verdict unfinished(Verdict verdict, Evidence.Unfinished runs) {
    return new Verdict(
        verdict.claim(),
        verdict.profile(),
        verdict.outcome() == Outcome.NO_TRUSTED_TARGET
            ? Outcome.NO_TRUSTED_TARGET
            : Outcome.INCONCLUSIVE,
        String.format(
            Locale.ROOT,
            "%d of %d runs, rest queued (%s). So far: %s",
            runs.finished(),
            runs.planned(),
            runs.madeBy(),
            verdict.reason()),
        verdict.findings());
  }

  private static Outcome outcome(
      Claim claim, Profile profile, int deciding, long supporting, long contradicting) {
    if (deciding == 0) {
      return Outcome.NO_TRUSTED_TARGET;
    }
    if (profile == Profile.SMOKE) {
      return Outcome.INCONCLUSIVE;
    }
    // What follows from the table alone is run in full at the desk, too.
    boolean unabridged = profile == Profile.PAPER || claim.kind() == ClaimKind.TABLE;
    if (contradicting > 0) {
      if (claim.isReconstruction()) {
        return Outcome.RECONSTRUCTION_DID_NOT_SHOW_IT;
      }
      return unabridged ? Outcome.NOT_REPRODUCED : Outcome.MECHANISM_NOT_SEEN;
    }
    if (supporting == deciding) {
      return unabridged ? Outcome.REPRODUCED : Outcome.MECHANISM_SEEN;
    }
    return Outcome.INCONCLUSIVE;
  }

  private static String headline(long deciding, long supporting, long contradicting) {
    if (deciding == 1) {
      return "The one figure that decides "
          + (supporting == 1
              ? "is as claimed."
              : contradicting == 1 ? "is not as claimed." : "cannot tell.");
    }
    if (supporting == deciding) {
      return (deciding == 2 ? "Both" : "All " + deciding) + " figures that decide are as claimed.";
    }
    String undecided =
        deciding == supporting + contradicting
            ? ""
            : ", " + (deciding - supporting - contradicting) + " cannot tell";
    return String.format(
        Locale.ROOT,
        "Of %d figures that decide, %d %s as claimed and %d not%s.",
        deciding,
        supporting,
        supporting == 1 ? "is" : "are",
        contradicting,
        undecided);
  }

  private static long count(List<Finding> findings, Judgement judgement) {
    return findings.stream().filter(finding -> finding.judgement() == judgement).count();
  }

  /** One target in words, such as {@code X: 93.85 against 93.70, difference 0.15 [0.1, 0.2].} */
  private static String sentence(Rule rule, Finding finding) {
    StringBuilder text = new StringBuilder(finding.target().name()).append(": ");
    if (finding.measured().isPresent() && finding.expected().isPresent()) {
      text.append(
          String.format(
              Locale.ROOT,
              rule instanceof Rule.Direction direction && direction.share() != null
                  ? "a share of %s against %s by chance, difference %s"
                  : "%s against %s, difference %s",
              number(finding.measured().getAsDouble()),
              number(finding.expected().getAsDouble()),
              number(finding.difference().orElseThrow())));
      finding
          .interval()
          .ifPresent(
              interval ->
                  text.append(
                      " [" + number(interval.low()) + ", " + number(interval.high()) + "]"));
      finding
          .correctedP()
          .ifPresent(p -> text.append(String.format(Locale.ROOT, ", corrected p %.4f", p)));
      if (!finding.note().isEmpty()) {
        text.append(" (" + finding.note() + ")");
      }
    } else {
      text.append(finding.note());
    }
    return text.append('.').toString();
  }

  private static String number(double value) {
    // Adding zero takes the sign off minus zero.
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? String.format(Locale.ROOT, "%,.0f", value + 0.0)
        : Decimals.fixed(value, 3);
  }
}
