package org.dartboard.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.dartboard.random.RandomStreams;
import org.jspecify.annotations.Nullable;

/**
 * Decides the claims of a paper by their rules.
 *
 * <p>All claims of a paper are decided together, since Holm's correction needs the p-values of
 * every test that decides one of them. Tests that have yet to be run count too, so that a claim
 * that is supported once its own runs are there stays so when those of others come in.
 */
public final class Verdicts {
  private Verdicts() {}

  /**
   * The verdict of every claim of the paper, in the order of the file.
   *
   * @param file the paper and its claims
   * @param profile the profile that all the evidence comes from
   * @param evidence by the claims' identifiers within the paper; a claim without any was not run
   * @throws IllegalArgumentException if there is evidence for a claim or a target that the paper
   *     does not have
   */
  public static List<Verdict> decide(
      ClaimFile file, Profile profile, Map<String, Evidence> evidence) {
    return decide(file, claim -> profile, evidence);
  }

  /**
   * The verdict of every claim of the paper, in the order of the file.
   *
   * @param file the paper and its claims
   * @param profile which profile a claim's evidence comes from; all of it from one
   * @param evidence by the claims' identifiers within the paper; a claim without any was not run
   * @throws IllegalArgumentException if there is evidence for a claim or a target that the paper
   *     does not have
   */
  public static List<Verdict> decide(
      ClaimFile file, Function<Claim, Profile> profile, Map<String, Evidence> evidence) {
    for (String id : evidence.keySet()) {
      if (file.claim(id).isEmpty()) {
        throw new IllegalArgumentException(
            "there is evidence for '" + id + "', which " + file.paper().id() + " does not claim");
      }
    }
    Map<Claim, List<Assessment>> assessments = new LinkedHashMap<>();
    for (Claim claim : file.claims()) {
      if (claim.kind() != ClaimKind.PUBLISHED_ONLY) {
        measured(evidence.get(claim.id()))
            .ifPresent(measured -> assessments.put(claim, assessments(claim, measured)));
      }
    }
    HolmOfPaper correction =
        HolmOfPaper.of(
            file,
            assessments,
            claim ->
                profile.apply(claim) != Profile.SMOKE
                    && evidence.get(claim.id()) instanceof Evidence.Measurements);
    List<Verdict> verdicts = new ArrayList<>();
    for (Claim claim : file.claims()) {
      List<Assessment> own = assessments.get(claim);
      if (own == null) {
        verdicts.add(
            notRun(claim, profile.apply(claim), Optional.ofNullable(evidence.get(claim.id()))));
      } else {
        List<Finding> findings =
            own.stream()
                .map(assessment -> assessment.corrected(correction.of(assessment)))
                .toList();
        Verdict verdict = Conclusion.of(claim, profile.apply(claim), findings);
        verdicts.add(
            evidence.get(claim.id()) instanceof Evidence.Unfinished unfinished
                ? Conclusion.unfinished(verdict, unfinished)
                : verdict);
      }
    }
    return List.copyOf(verdicts);
  }

  private static Optional<List<Measured>> measured(@Nullable Evidence evidence) {
    if (evidence instanceof Evidence.Measurements measurements) {
      return Optional.of(measurements.measured());
    }
    return evidence instanceof Evidence.Unfinished unfinished
        ? Optional.of(unfinished.measured())
        : Optional.empty();
  }

  private static List<Assessment> assessments(Claim claim, List<Measured> all) {
    Map<Target, Measured> byTarget = new LinkedHashMap<>();
    for (Measured measured : all) {
      if (!claim.targets().contains(measured.target())) {
        throw new IllegalArgumentException(
            claim.reference() + " has no target '" + measured.target().name() + "'");
      }
      if (byTarget.put(measured.target(), measured) != null) {
        throw new IllegalArgumentException(
            "'" + measured.target().name() + "' of " + claim.reference() + " was measured twice");
      }
    }
    return claim.targets().stream()
        .map(
            target -> {
              Measured measured = byTarget.get(target);
              return measured == null
                  ? Assessment.undecided(
                      target, 0, 0, OptionalDouble.empty(), "it was not measured")
                  : assessment(claim, measured);
            })
        .toList();
  }

  private static Assessment assessment(Claim claim, Measured measured) {
    Rule rule = claim.rule();
    if (rule instanceof Rule.Equivalence equivalence) {
      return EquivalenceAssessment.of(equivalence, measured);
    }
    if (rule instanceof Rule.Exact exact) {
      return ExactAssessment.of(exact, measured);
    }
    if (rule instanceof Rule.Direction direction) {
      return DirectionAssessment.of(direction, measured, new RandomStreams(claim.reference(), 0));
    }
    throw new IllegalStateException(claim.reference() + " has no rule to decide it by");
  }

  private static Verdict notRun(Claim claim, Profile profile, Optional<Evidence> evidence) {
    if (claim.kind() == ClaimKind.PUBLISHED_ONLY) {
      String why = Objects.requireNonNullElse(claim.why(), "");
      return new Verdict(
          claim.reference(),
          profile,
          Outcome.PUBLISHED_ONLY,
          "not checked here: " + why,
          List.of());
    }
    String reason =
        evidence.isPresent() && evidence.get() instanceof Evidence.NotRun notRun
            ? notRun.reason()
            : "no trial of the profile " + profile.label() + " has been made";
    return new Verdict(
        claim.reference(), profile, Outcome.NOT_RUN, "not run: " + reason, List.of());
  }
}
