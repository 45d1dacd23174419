package org.dartboard.claim;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.dartboard.claim.Finding.Judgement;
import org.dartboard.statistics.Interval;
import org.dartboard.statistics.Proportions;

/**
 * Applies {@link Rule.Direction} to one target whose runs are counted above a threshold.
 *
 * <p>By chance each run is above or not, whatever found it, so p is that of all runs. How large the
 * share is beyond chance depends on the method, of which there are fewer than runs: where a target
 * has several, the interval holds both Clopper and Pearson's of all runs and Student's of the
 * methods' shares.
 */
final class ShareAssessment {
  private ShareAssessment() {}

  static Assessment of(Rule.Direction rule, Rule.Share share, Measured measured) {
    Tally tally = tally(rule, share, measured);
    Target target = measured.target();
    int runs = tally.values().size();
    if (runs == 0) {
      return Assessment.undecided(
          target, 0, tally.failures(), OptionalDouble.empty(), "no run gave a value");
    }
    int above = above(share, tally.values());
    double proportion = (double) above / runs;
    List<List<Double>> methods =
        measured.design() instanceof Design.Methods design ? design.methods() : List.of();
    Interval interval = interval(rule, share, above, runs, methods);
    Finding finding =
        new Finding(
            target,
            target.mayDecide(),
            Judgement.UNDECIDED,
            runs,
            tally.failures(),
            OptionalDouble.of(proportion),
            OptionalDouble.of(share.chance()),
            OptionalDouble.of(proportion - share.chance()),
            Optional.of(interval.shifted(-share.chance())),
            OptionalDouble.of(
                Proportions.binomialTest(
                    above, runs, share.chance(), DirectionJudgement.alternative(rule))),
            OptionalDouble.empty(),
            DirectionJudgement.notes(
                tally.note(),
                String.format(
                    Locale.ROOT,
                    "%d of %d %s above %s; exact binomial test",
                    above,
                    runs,
                    above == 1 ? "is" : "are",
                    share.threshold()),
                methods.size() > 1 ? "the interval allows for runs of a method being alike" : "",
                DirectionJudgement.tooFew(rule, tally.ended())));
    return new Assessment(finding, p -> DirectionJudgement.of(rule, finding, tally.ended(), p));
  }

  /**
   * Whether runs that all speak against the claim would contradict it; few runs leave so wide an
   * interval that they cannot.
   */
  static boolean canContradict(Rule.Direction rule, Rule.Share share, int runs) {
    int above = rule.alternative() == Rule.Way.GREATER ? 0 : runs;
    return DirectionJudgement.isTooSmall(
        rule, Proportions.clopperPearson(above, runs, rule.level()).shifted(-share.chance()));
  }

  /** Failures count on the side of the threshold that the claim denies, whatever was observed. */
  private static Tally tally(Rule.Direction rule, Rule.Share share, Measured measured) {
    if (rule.failedRuns() == FailedRuns.EXCLUDE) {
      return Tally.of(
          measured.values(), measured.failures(), rule.failedRuns(), List.of(), value -> value);
    }
    List<Double> ended = measured.values().stream().filter(Double::isFinite).toList();
    int lost = measured.failures() + measured.values().size() - ended.size();
    List<Double> values =
        Stream.concat(ended.stream(), Stream.generate(() -> denied(rule, share)).limit(lost))
            .toList();
    String note = lost == 0 ? "" : lost + " failed counted against the claim";
    return new Tally(values, ended.size(), lost, note);
  }

  private static double denied(Rule.Direction rule, Rule.Share share) {
    return rule.alternative() == Rule.Way.GREATER
        ? share.threshold()
        : Math.nextUp(share.threshold());
  }

  private static Interval interval(
      Rule.Direction rule, Rule.Share share, int above, int runs, List<List<Double>> methods) {
    Interval ofRuns = Proportions.clopperPearson(above, runs, rule.level());
    if (methods.size() < 2) {
      return ofRuns;
    }
    double[] shares =
        methods.stream()
            .map(values -> counted(rule, share, values))
            .filter(values -> !values.isEmpty())
            .mapToDouble(values -> (double) above(share, values) / values.size())
            .toArray();
    Interval ofMethods = Proportions.ofGroups(shares, rule.level());
    return new Interval(
        Math.min(ofRuns.low(), ofMethods.low()), Math.max(ofRuns.high(), ofMethods.high()));
  }

  private static List<Double> counted(Rule.Direction rule, Rule.Share share, List<Double> values) {
    return values.stream()
        .flatMap(
            value ->
                Double.isFinite(value)
                    ? Stream.of(value)
                    : rule.failedRuns() == FailedRuns.WORST
                        ? Stream.of(denied(rule, share))
                        : Stream.of())
        .toList();
  }

  private static int above(Rule.Share share, List<Double> values) {
    return (int) values.stream().filter(value -> value > share.threshold()).count();
  }
}
