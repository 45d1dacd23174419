package org.dartboard.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.numbers.combinatorics.BinomialCoefficientDouble;
import org.apache.commons.numbers.combinatorics.Factorial;
import org.dartboard.statistics.Holm;
import org.dartboard.statistics.PermutationTest;
import org.dartboard.statistics.SpreadTest;

/**
 * The smallest p-values that the tests of a paper can come to with the runs that are planned.
 *
 * <p>An exact test of few runs has a smallest p-value, however clear the runs are: 1 in 20 for
 * three against three. Holm's correction within the paper multiplies it. Where the result is above
 * the level of the rule, the runs may contradict the claim, but cannot support it.
 */
public final class LeastP {
  private LeastP() {}

  /**
   * The smallest corrected p-value of each claim that a test decides, by the claim's identifier
   * within the paper; of a claim with several targets the largest of theirs, since all must support
   * it.
   */
  public static Map<String, Double> corrected(ClaimFile file, Profile profile) {
    List<String> claims = new ArrayList<>();
    List<Double> least = new ArrayList<>();
    for (Claim claim : file.claims()) {
      if (claim.rule() instanceof Rule.Direction rule) {
        for (Target target : claim.tests()) {
          claims.add(claim.id());
          least.add(of(claim, rule, target, profile));
        }
      }
    }
    double[] adjusted = Holm.adjust(least.stream().mapToDouble(Double::doubleValue).toArray());
    Map<String, Double> corrected = new LinkedHashMap<>();
    for (int i = 0; i < adjusted.length; i++) {
      corrected.merge(claims.get(i), adjusted[i], Math::max);
    }
    return corrected;
  }

  private static double of(Claim claim, Rule.Direction rule, Target target, Profile profile) {
    int runs = claim.profiles().of(profile).runs();
    if (claim.procedure() instanceof Procedure.SupernetSearch search) {
      SearchMeasure measure = search.measure(target.label());
      if (measure.isCentred()) {
        return ofArrangements(blocks(search, measure, profile, runs));
      }
      if (measure.isDeviation()) {
        return ofSpread(measure, runs);
      }
      if (measure.isPaired()) {
        return ofArrangements(Math.pow(2, runs));
      }
      if (measure.isBySeed(search)) {
        return ofArrangements(
            Math.pow(
                BinomialCoefficientDouble.value(
                    measure.of().size() + measure.against().size(), measure.of().size()),
                runs));
      }
    }
    PlannedRuns planned = PlannedRuns.of(claim, target, profile);
    return rule.share() == null
        ? ofArrangements(
            BinomialCoefficientDouble.value(
                planned.measured() + planned.reference(), planned.measured()))
        : binomial(rule.share().chance(), rule.alternative(), planned.measured());
  }

  /** Which of the arms of one side is which makes no difference. */
  private static double ofSpread(SearchMeasure measure, int runs) {
    int arms = measure.of().size() + measure.against().size();
    double arrangements = SpreadTest.arrangements(arms, runs);
    double alike =
        Factorial.doubleValue(measure.of().size())
            * Factorial.doubleValue(measure.against().size());
    return arrangements <= PermutationTest.ENUMERATION_LIMIT
        ? alike / arrangements
        : Math.max(alike / arrangements, ofArrangements(arrangements));
  }

  /** One arrangement of all, or of those that are drawn. */
  private static double ofArrangements(double arrangements) {
    return 1
        / (arrangements <= PermutationTest.ENUMERATION_LIMIT
            ? arrangements
            : PermutationTest.DRAWS + 1);
  }

  /**
   * The arrangements within blocks, each of a reference and the arms that are held against it.
   *
   * <p>References are one where the file gives them the same method, settings and precision.
   */
  private static double blocks(
      Procedure.SupernetSearch search, SearchMeasure measure, Profile profile, int runs) {
    Map<List<Object>, Integer> arms = new LinkedHashMap<>();
    for (String label : measure.against()) {
      arms.merge(identity(search.arm(label), profile), 1, Integer::sum);
    }
    return arms.values().stream()
        .mapToDouble(of -> BinomialCoefficientDouble.value((of + 1) * runs, runs))
        .reduce(1, (a, b) -> a * b);
  }

  private static List<Object> identity(SearchArm arm, Profile profile) {
    Map<String, Double> settings = new HashMap<>(arm.settings());
    if (profile == Profile.DESK) {
      settings.putAll(arm.desk());
    }
    return List.of(
        arm.method(), settings, Objects.requireNonNullElse(arm.precision(), "the profile's"));
  }

  /** All runs on the side that the claim names. */
  private static double binomial(double chance, Rule.Way alternative, int runs) {
    return Math.pow(alternative == Rule.Way.GREATER ? chance : 1 - chance, runs);
  }
}
