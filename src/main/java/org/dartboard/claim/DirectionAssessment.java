package org.dartboard.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.claim.Finding.Judgement;
import org.dartboard.random.RandomStreams;
import org.dartboard.statistics.Alternative;
import org.dartboard.statistics.Interval;
import org.dartboard.statistics.Proportions;

/**
 * Applies {@link Rule.Direction} to one target.
 *
 * <p>The target supports the claim if the corrected p-value is small enough and the effect large
 * enough; it contradicts the claim if the whole interval of the effect is short of the minimum
 * effect; else it is undecided.
 */
final class DirectionAssessment {
  private DirectionAssessment() {}

  static Assessment of(Rule.Direction rule, Measured measured, RandomStreams random) {
    Rule.Share share = rule.share();
    double sign = rule.alternative().sign();
    // Failures count on the side of the threshold that the claim denies, whatever was observed.
    if (share != null && rule.failedRuns() == FailedRuns.WORST) {
      int lost =
          measured.failures()
              + (int) measured.values().stream().filter(v -> !Double.isFinite(v)).count();
      double denied = sign > 0 ? share.threshold() : Math.nextUp(share.threshold());
      List<Double> values =
          Stream.concat(
                  measured.values().stream().filter(Double::isFinite),
                  Stream.generate(() -> denied).limit(lost))
              .toList();
      String note = lost == 0 ? "" : lost + " failed counted against the claim";
      return share(
          rule, share, measured.target(), new Tally(values, values.size() - lost, lost, note));
    }
    Tally tally =
        Tally.of(
            measured.values(),
            measured.failures(),
            rule.failedRuns(),
            measured.reference(),
            value -> -sign * value);
    return share != null
        ? share(rule, share, measured.target(), tally)
        : means(rule, measured, tally, random);
  }

  private static Assessment share(
      Rule.Direction rule, Rule.Share share, Target target, Tally tally) {
    int runs = tally.values().size();
    if (runs == 0) {
      return Assessment.undecided(
          target, 0, tally.failures(), OptionalDouble.empty(), "no run gave a value");
    }
    int above = (int) tally.values().stream().filter(value -> value > share.threshold()).count();
    double proportion = (double) above / runs;
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
            Optional.of(
                Proportions.clopperPearson(above, runs, rule.level()).shifted(-share.chance())),
            OptionalDouble.of(
                Proportions.binomialTest(above, runs, share.chance(), alternative(rule))),
            OptionalDouble.empty(),
            notes(
                tally.note(),
                String.format(
                    Locale.ROOT,
                    "%d of %s %s above %s; exact binomial test",
                    above,
                    Runs.count(runs),
                    above == 1 ? "is" : "are",
                    share.threshold()),
                tooFew(rule, tally.ended())));
    return new Assessment(finding, p -> judgement(rule, finding, tally.ended(), p));
  }

  private static Assessment means(
      Rule.Direction rule, Measured measured, Tally tally, RandomStreams random) {
    Target target = measured.target();
    double sign = rule.alternative().sign();
    Tally reference =
        Tally.of(
            measured.reference(), 0, rule.failedRuns(), measured.values(), value -> sign * value);
    if (tally.isEmpty() || reference.isEmpty()) {
      return Assessment.undecided(
          target,
          tally.values().size(),
          tally.failures(),
          OptionalDouble.empty(),
          tally.isEmpty() ? measured.withoutValue() : "there are no reference runs");
    }
    Comparison comparison = comparison(rule, measured, tally, reference, random);
    int fewest = Math.min(tally.ended(), reference.ended());
    Finding finding =
        new Finding(
            target,
            target.mayDecide(),
            Judgement.UNDECIDED,
            tally.values().size(),
            tally.failures(),
            OptionalDouble.of(comparison.mean()),
            OptionalDouble.of(comparison.expected()),
            OptionalDouble.of(comparison.mean() - comparison.expected()),
            comparison.interval(),
            OptionalDouble.of(comparison.test().p()),
            OptionalDouble.empty(),
            notes(
                tally.note(),
                String.format(
                    Locale.ROOT,
                    "against %s of %s, mean %.4g",
                    Runs.count(reference.values().size()),
                    reference(target),
                    comparison.expected()),
                reference.note().isEmpty() ? "" : "of the reference " + reference.note(),
                comparison.note(),
                tooFew(rule, fewest)));
    return new Assessment(finding, p -> judgement(rule, finding, fewest, p));
  }

  private static Comparison comparison(
      Rule.Direction rule, Measured measured, Tally tally, Tally reference, RandomStreams random) {
    Supplier<UniformRandomProvider> generator = () -> generator(random, measured.target());
    if (measured.design() instanceof Design.Spread spread) {
      return Comparison.ofSpread(
          tally.array(), reference.array(), spread, alternative(rule), rule.level(), generator);
    }
    if (measured.design() instanceof Design.Blocked blocked) {
      return Comparison.ofBlocks(
          finite(rule, blocked.blocks()), alternative(rule), rule.level(), generator);
    }
    if (measured.design() instanceof Design.Seeds seeds) {
      return Comparison.ofSeeds(
          finite(rule, seeds.seeds()), alternative(rule), rule.level(), generator);
    }
    return Comparison.ofIndependent(
        tally.array(), reference.array(), alternative(rule), rule.level(), generator);
  }

  /** The blocks that have finite values on both sides, after failed runs were dealt with. */
  private static List<Block> finite(Rule.Direction rule, List<Block> blocks) {
    double sign = rule.alternative().sign();
    List<Double> values = blocks.stream().flatMap(block -> block.values().stream()).toList();
    List<Double> reference = blocks.stream().flatMap(block -> block.reference().stream()).toList();
    Optional<Double> worst =
        Tally.worst(values, rule.failedRuns(), reference, value -> -sign * value);
    Optional<Double> worstOfReference =
        Tally.worst(reference, rule.failedRuns(), values, value -> sign * value);
    return blocks.stream()
        .map(block -> block.withoutFailures(worst, worstOfReference))
        .filter(Block::isWhole)
        .toList();
  }

  private static Judgement judgement(
      Rule.Direction rule, Finding finding, int runs, OptionalDouble correctedP) {
    if (runs < rule.minimumRuns()) {
      return Judgement.UNDECIDED;
    }
    int sign = rule.alternative().sign();
    double effect = sign * finding.difference().getAsDouble();
    if (effect >= rule.minimumEffect()
        && correctedP.isPresent()
        && correctedP.getAsDouble() <= rule.level()) {
      return Judgement.SUPPORTS;
    }
    boolean tooSmall =
        finding.interval().isPresent()
            && largest(finding.interval().get(), sign) < rule.minimumEffect();
    return tooSmall ? Judgement.CONTRADICTS : Judgement.UNDECIDED;
  }

  /** The largest effect in the claimed direction that the interval holds. */
  private static double largest(Interval difference, int sign) {
    return sign > 0 ? difference.high() : -difference.low();
  }

  private static Alternative alternative(Rule.Direction rule) {
    return switch (rule.alternative()) {
      case GREATER -> Alternative.GREATER;
      case LESS -> Alternative.LESS;
    };
  }

  private static UniformRandomProvider generator(RandomStreams random, Target target) {
    return random.stream("permutation of " + target.name());
  }

  private static String reference(Target target) {
    return Objects.requireNonNullElse(target.reference(), "the reference");
  }

  private static String tooFew(Rule.Direction rule, int runs) {
    return runs < rule.minimumRuns() ? Runs.fewer(runs, rule.minimumRuns()) : "";
  }

  private static String notes(String... notes) {
    return Arrays.stream(notes).filter(note -> !note.isEmpty()).collect(Collectors.joining("; "));
  }
}
