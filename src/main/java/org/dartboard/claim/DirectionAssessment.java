package org.dartboard.claim;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.claim.Finding.Judgement;
import org.dartboard.random.RandomStreams;
import org.dartboard.statistics.Alternative;

/**
 * Applies {@link Rule.Direction} to one target.
 *
 * <p>A permutation test holds the target's runs against those of its reference, as their {@link
 * Design} allows; runs that are counted above a threshold are another class's.
 */
final class DirectionAssessment {
  private DirectionAssessment() {}

  static Assessment of(Rule.Direction rule, Measured measured, RandomStreams random) {
    if (rule.share() != null) {
      return ShareAssessment.of(rule, rule.share(), measured);
    }
    double sign = rule.alternative().sign();
    Tally tally =
        Tally.of(
            measured.values(),
            measured.failures(),
            rule.failedRuns(),
            measured.reference(),
            value -> -sign * value);
    return means(rule, measured, tally, random);
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
    Optional<Comparison> compared = comparison(rule, measured, tally, reference, random);
    if (compared.isEmpty()) {
      return Assessment.undecided(
          target,
          tally.values().size(),
          tally.failures(),
          OptionalDouble.empty(),
          "nothing ended on both sides");
    }
    Comparison comparison = compared.get();
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
            DirectionJudgement.notes(
                tally.note(),
                String.format(
                    Locale.ROOT,
                    "against %s of %s, mean %s",
                    Runs.count(reference.values().size()),
                    reference(target),
                    Decimals.digits(
                        Decimals.withoutResidue(comparison.expected(), reference.array()), 4)),
                reference.note().isEmpty() ? "" : "of the reference " + reference.note(),
                comparison.note(),
                DirectionJudgement.tooFew(rule, fewest)));
    return new Assessment(finding, p -> DirectionJudgement.of(rule, finding, fewest, p));
  }

  /** Empty where no part of the design has values on both sides. */
  private static Optional<Comparison> comparison(
      Rule.Direction rule, Measured measured, Tally tally, Tally reference, RandomStreams random) {
    Supplier<UniformRandomProvider> generator = () -> generator(random, measured.target());
    Alternative alternative = DirectionJudgement.alternative(rule);
    Design design = measured.design();
    if (design instanceof Design.Spread spread) {
      return Optional.of(
          Comparison.ofSpread(
              tally.array(), reference.array(), spread, alternative, rule.level(), generator));
    }
    if (design instanceof Design.Independent || design instanceof Design.Methods) {
      return Optional.of(
          Comparison.ofIndependent(
              tally.array(), reference.array(), alternative, rule.level(), generator));
    }
    List<Block> blocks = finite(rule, blocks(measured));
    if (blocks.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        design instanceof Design.Blocked
            ? Comparison.ofBlocks(blocks, alternative, rule.level(), generator)
            : Comparison.ofSeeds(blocks, alternative, rule.level(), generator));
  }

  /** Without an effect a difference of a pair could as well have the other sign. */
  private static List<Block> blocks(Measured measured) {
    if (measured.design() instanceof Design.Blocked blocked) {
      return blocked.blocks();
    }
    if (measured.design() instanceof Design.Seeds seeds) {
      return seeds.seeds();
    }
    return measured.values().stream()
        .map(difference -> new Block(List.of(List.of(difference)), List.of(0.0)))
        .toList();
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

  private static UniformRandomProvider generator(RandomStreams random, Target target) {
    return random.stream("permutation of " + target.name());
  }

  private static String reference(Target target) {
    return Objects.requireNonNullElse(target.reference(), "the reference");
  }
}
