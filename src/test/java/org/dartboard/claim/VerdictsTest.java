package org.dartboard.claim;

import static org.dartboard.claim.Claims.EQUIVALENCE;
import static org.dartboard.claim.Claims.EXACT;
import static org.dartboard.claim.Claims.GREATER;
import static org.dartboard.claim.Claims.MOSTLY_ABOVE_TEN;
import static org.dartboard.claim.Claims.claim;
import static org.dartboard.claim.Claims.decide;
import static org.dartboard.claim.Claims.paper;
import static org.dartboard.claim.Claims.published;
import static org.dartboard.claim.Claims.same;
import static org.dartboard.claim.Claims.target;
import static org.dartboard.claim.Claims.values;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.random.RandomStreams;
import org.dartboard.statistics.Interval;
import org.dartboard.table.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictsTest {
  /** A published mean of 90 whose error is nothing. */
  private static final Target NINETY = target("A", published(90, 0, 100));

  static Stream<Arguments> equivalences() {
    return Stream.of(
        // The margin is 1; three runs have a t interval of 2.48 standard deviations.
        Arguments.of("near", values(89.9, 90, 90.1), 0, Outcome.REPRODUCED),
        Arguments.of("far above", values(91.9, 92, 92.1), 0, Outcome.NOT_REPRODUCED),
        Arguments.of("far below", values(87.9, 88, 88.1), 0, Outcome.NOT_REPRODUCED),
        Arguments.of("across the margin", values(90.8, 91, 91.2), 0, Outcome.INCONCLUSIVE),
        Arguments.of("too scattered", values(88, 90, 92), 0, Outcome.INCONCLUSIVE),
        Arguments.of("one run", values(90), 0, Outcome.INCONCLUSIVE),
        Arguments.of("fewer than the rule asks", values(90, 90.1), 0, Outcome.INCONCLUSIVE),
        Arguments.of("no variance, near", same(90.9, 5), 0, Outcome.REPRODUCED),
        Arguments.of("no variance, far", same(91.1, 5), 0, Outcome.NOT_REPRODUCED),
        Arguments.of("failed runs left out", values(89.9, 90, 90.1), 2, Outcome.REPRODUCED),
        Arguments.of(
            "not a number left out", values(89.9, Double.NaN, 90, 90.1), 0, Outcome.REPRODUCED),
        Arguments.of(
            "infinity leaves too few",
            values(89.9, Double.POSITIVE_INFINITY, 90),
            0,
            Outcome.INCONCLUSIVE),
        Arguments.of("all failed", values(), 5, Outcome.INCONCLUSIVE),
        Arguments.of("nothing at all", values(), 0, Outcome.INCONCLUSIVE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("equivalences")
  void equivalenceIsDecidedByTheInterval(
      String name, List<Double> values, int failures, Outcome outcome) {
    Claim claim = claim("c", ClaimKind.TABLE, EQUIVALENCE, NINETY);
    assertEquals(outcome, decide(claim, Measured.runs(NINETY, values, failures)).outcome(), name);
  }

  @Test
  void publishedErrorWidensTheInterval() {
    List<Double> values = same(90.9, 5);
    Target exact = target("A", published(90, 0, 0));
    Target noisy = target("A", published(90, 2, 16));
    Finding sure =
        decide(claim("c", ClaimKind.TABLE, EQUIVALENCE, exact), Measured.runs(exact, values, 0))
            .findings()
            .get(0);
    Verdict unsure =
        decide(claim("c", ClaimKind.TABLE, EQUIVALENCE, noisy), Measured.runs(noisy, values, 0));
    assertEquals(Finding.Judgement.SUPPORTS, sure.judgement());
    assertEquals(
        "the published mean counts as exact, since its error is unknown; all runs agree to the last"
            + " digit",
        sure.note());
    // t with 15 degrees of freedom: 2.131 standard errors of 2 / sqrt(16).
    Interval interval = unsure.findings().get(0).interval().orElseThrow();
    assertEquals(0.9 - 2.13145 * 0.5, interval.low(), 1e-5);
    assertEquals(0.9 + 2.13145 * 0.5, interval.high(), 1e-5);
    assertEquals(Outcome.INCONCLUSIVE, unsure.outcome());
  }

  @Test
  void standardErrorsAreNotDividedAgainAndOtherSpreadsDoNotCount() {
    Published error =
        new Published(
            90,
            0.5,
            SpreadMeaning.STANDARD_ERROR,
            16,
            "w",
            List.of("s"),
            Confidence.PAPER,
            Family.UNKNOWN,
            null);
    assertEquals(0.5, error.sample().orElseThrow().standardError().getAsDouble(), 1e-12);
    Published retrained =
        new Published(
            90,
            0.5,
            SpreadMeaning.RETRAININGS_OF_ONE_CELL,
            4,
            "w",
            List.of("s"),
            Confidence.PAPER,
            Family.UNKNOWN,
            null);
    assertTrue(retrained.sample().isEmpty());
  }

  @Test
  void marginsMayDifferByDataset() {
    Target wide = target("A", Dataset.CIFAR100, published(90, 0, 0));
    Claim claim = claim("c", ClaimKind.TABLE, EQUIVALENCE, wide);
    assertEquals(
        Outcome.REPRODUCED, decide(claim, Measured.runs(wide, same(92.5, 5), 0)).outcome());
  }

  @Test
  void worstCountsAFailureAsTheValueFarthestFromThePublishedOne() {
    Rule.Equivalence rule =
        new Rule.Equivalence("welch-interval", 1, Map.of(), 0.05, 3, FailedRuns.WORST, "why");
    Claim claim = claim("c", ClaimKind.TABLE, rule, NINETY);
    Finding finding =
        decide(claim, Measured.runs(NINETY, values(89, 90, 90.5), 2)).findings().get(0);
    assertEquals(5, finding.runs());
    assertEquals(2, finding.failures());
    assertEquals((89 + 90 + 90.5 + 89 + 89) / 5, finding.measured().getAsDouble(), 1e-12);
    assertEquals("2 failed counted as the worst for the claim", finding.note());
    assertEquals(Outcome.INCONCLUSIVE, decide(claim, Measured.runs(NINETY, values(), 2)).outcome());
  }

  @Test
  void equivalenceWithMeasuredRunsComparesTwoMeans() {
    Target target = target("A", null);
    Claim claim = claim("c", ClaimKind.TABLE, EQUIVALENCE, target);
    assertEquals(
        Outcome.REPRODUCED,
        decide(claim, new Measured(target, values(5.1, 5, 4.9), 0, values(5.2, 5.1, 5))).outcome());
    assertEquals(
        Outcome.NOT_REPRODUCED,
        decide(claim, new Measured(target, values(8.1, 8, 7.9), 0, values(5.2, 5.1, 5))).outcome());
    assertEquals(
        Outcome.INCONCLUSIVE,
        decide(claim, new Measured(target, values(5.1, 5, 4.9), 0, values(5.2, 5.1))).outcome());
    assertEquals(
        Outcome.INCONCLUSIVE, decide(claim, Measured.runs(target, values(5, 5, 5), 0)).outcome());
  }

  @ParameterizedTest
  @CsvSource({
    "90, REPRODUCED",
    "90.005, REPRODUCED",
    "89.995, REPRODUCED",
    "90.0051, NOT_REPRODUCED",
    "NaN, INCONCLUSIVE",
    "Infinity, INCONCLUSIVE"
  })
  void exactValuesAreDecidedByTheTolerance(double value, Outcome outcome) {
    Claim claim = claim("c", ClaimKind.TABLE, EXACT, NINETY);
    assertEquals(outcome, decide(claim, Measured.exact(NINETY, value)).outcome());
  }

  @Test
  void exactRulesTakeOneValueOnly() {
    Claim claim = claim("c", ClaimKind.TABLE, EXACT, NINETY);
    Verdict verdict = decide(claim, Measured.runs(NINETY, values(90, 90), 0));
    assertEquals(Outcome.INCONCLUSIVE, verdict.outcome());
    assertEquals(
        "an exact rule needs one finite value and got 2 values", verdict.findings().get(0).note());
  }

  static Stream<Arguments> directions() {
    return Stream.of(
        Arguments.of("clear", values(5, 6, 7, 8), values(1, 2, 3, 4), Outcome.REPRODUCED),
        Arguments.of("opposite", values(1, 2, 3, 4), values(8, 9, 10, 11), Outcome.NOT_REPRODUCED),
        Arguments.of("no evidence", values(1, 9, 5), values(2, 4, 6), Outcome.INCONCLUSIVE),
        Arguments.of(
            "significant but too small",
            values(1.10, 1.11, 1.12, 1.13),
            values(1.00, 1.01, 1.02, 1.03),
            Outcome.NOT_REPRODUCED),
        Arguments.of(
            "large but too few to be significant",
            values(8, 9, 10),
            values(1, 2),
            Outcome.INCONCLUSIVE),
        Arguments.of("no reference", values(8, 9, 10), values(), Outcome.INCONCLUSIVE),
        Arguments.of("no runs", values(), values(8, 9, 10), Outcome.INCONCLUSIVE),
        Arguments.of("all the same", same(5, 5), same(5, 5), Outcome.NOT_REPRODUCED),
        Arguments.of("no variance, apart", same(6, 5), same(5, 5), Outcome.REPRODUCED),
        Arguments.of(
            "not a number left out",
            values(5, 6, Double.NaN, 7, 8),
            values(1, 2, 3, 4, Double.NEGATIVE_INFINITY),
            Outcome.REPRODUCED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("directions")
  void directionNeedsATestAndAnEffect(
      String name, List<Double> values, List<Double> reference, Outcome outcome) {
    Target target = target("A", null);
    Claim claim = claim("c", ClaimKind.TABLE, GREATER, target);
    assertEquals(
        outcome, decide(claim, new Measured(target, values, 0, reference)).outcome(), name);
  }

  @Test
  void directionsMayPointDown() {
    Rule.Direction less =
        new Rule.Direction(
            "permutation", Rule.Way.LESS, 0.5, 0.05, 3, FailedRuns.WORST, null, "why");
    Target target = target("A", null);
    Claim claim = claim("c", ClaimKind.TABLE, less, target);
    List<Double> low = values(1, 2, 3, 4);
    List<Double> high = values(5, 6, 7, 8);
    assertEquals(Outcome.REPRODUCED, decide(claim, new Measured(target, low, 0, high)).outcome());
    assertEquals(
        Outcome.NOT_REPRODUCED, decide(claim, new Measured(target, high, 0, low)).outcome());
    // A failure counts as the largest value of all, which speaks most against a claim of less.
    Finding finding = decide(claim, new Measured(target, low, 1, high)).findings().get(0);
    assertEquals((1 + 2 + 3 + 4 + 8) / 5.0, finding.measured().getAsDouble(), 1e-12);
  }

  /** A baseline that breaks down is no success of what is held against it. */
  @Test
  void failedRunsOfTheReferenceCountAsTheWorstForTheClaim() {
    Target target = target("A", null);
    for (Rule.Way way : Rule.Way.values()) {
      Rule.Direction worst =
          new Rule.Direction("permutation", way, 0.5, 0.05, 3, FailedRuns.WORST, null, "why");
      List<Double> runs = way == Rule.Way.LESS ? values(1, 2, 3) : values(5, 6, 7);
      List<Double> reference =
          way == Rule.Way.LESS ? values(5, 6, 7, Double.NaN) : values(1, 2, 3, Double.NaN);
      Finding finding =
          decide(
                  claim("c", ClaimKind.TABLE, worst, target),
                  new Measured(target, runs, 0, reference))
              .findings()
              .get(0);
      // A reference that is to be greater gets the least value of all, and the other way round.
      double expected = way == Rule.Way.LESS ? (5 + 6 + 7 + 1) / 4.0 : (1 + 2 + 3 + 7) / 4.0;
      assertEquals(expected, finding.expected().getAsDouble(), 1e-12);
      // One value is there twice: two arrangements with one of them, two with both.
      assertEquals(4.0 / 35, finding.p().getAsDouble(), 1e-12);
      assertEquals(
          "against 4 runs of the other runs, mean "
              + (way == Rule.Way.LESS ? "4.750" : "3.250")
              + "; of the reference 1 failed counted as the worst for the claim; permutation test"
              + " over all 35 arrangements",
          finding.note());
    }
    Rule.Direction excluded =
        new Rule.Direction(
            "permutation", Rule.Way.LESS, 0.5, 0.05, 4, FailedRuns.EXCLUDE, null, "why");
    Finding finding =
        decide(
                claim("c", ClaimKind.TABLE, excluded, target),
                new Measured(target, values(1, 2, 3, 4), 0, values(5, 6, 7, Double.NaN)))
            .findings()
            .get(0);
    assertEquals(6, finding.expected().getAsDouble(), 1e-12);
    assertEquals(
        "against 3 runs of the other runs, mean 6.000; of the reference 1 failed run left out; permutation test"
            + " over all 35 arrangements; 3 runs are fewer than the 4 of the rule",
        finding.note());
  }

  @Test
  void failedRunsOfAMeasuredReferenceAreFarFromTheRunsOfAnEquivalence() {
    Target target = target("A", null);
    Rule.Equivalence rule =
        new Rule.Equivalence("welch-interval", 1, Map.of(), 0.05, 3, FailedRuns.WORST, "why");
    Finding finding =
        decide(
                claim("c", ClaimKind.TABLE, rule, target),
                new Measured(target, values(5, 5.5, 6), 1, values(5, 6, 7, Double.NaN)))
            .findings()
            .get(0);
    // 5 is farthest from the reference's mean of 6, 7 from the runs' mean of 5.5.
    assertEquals((5 + 5.5 + 6 + 5) / 4, finding.measured().getAsDouble(), 1e-12);
    assertEquals((5 + 6 + 7 + 7) / 4.0, finding.expected().getAsDouble(), 1e-12);
  }

  @Test
  void pairsThatDoNotExistAreToldFromMissingRuns() {
    Target target = target("A", null);
    for (Rule rule : List.of(EQUIVALENCE, GREATER)) {
      Claim claim = claim("c", ClaimKind.TABLE, rule, target);
      assertEquals(
          "no seed has ended on both sides",
          decide(claim, Measured.paired(target, values())).findings().get(0).note());
      assertEquals(
          "no run gave a value",
          decide(claim, Measured.paired(target, values(Double.NaN))).findings().get(0).note());
      assertEquals(
          "there are no reference runs",
          decide(claim, new Measured(target, values(1), 0, values())).findings().get(0).note());
    }
  }

  @Test
  void oneRunIsSaidInTheSingular() {
    Finding finding =
        decide(
                claim("c", ClaimKind.TABLE, EQUIVALENCE, NINETY),
                Measured.runs(NINETY, values(90), 0))
            .findings()
            .get(0);
    assertTrue(finding.note().endsWith("1 run is fewer than the 3 of the rule"), finding.note());
    Target share = target("A", null);
    assertEquals(
        "1 of 1 is above 10.0; exact binomial test; 1 run is fewer than the 3 of the rule",
        decide(
                claim("c", ClaimKind.TABLE, MOSTLY_ABOVE_TEN, share),
                Measured.runs(share, values(11), 0))
            .findings()
            .get(0)
            .note());
  }

  @Test
  void whatRoundsToZeroHasNoSign() {
    Target target = target("A", null);
    String reason =
        decide(
                claim("c", ClaimKind.TABLE, GREATER, target),
                new Measured(target, values(1, 2, 3), 0, values(1.0001, 2.0001, 3.0001)))
            .reason();
    assertTrue(reason.contains("2 against 2.000, difference 0.000 ["), reason);
    assertEquals("-0.25", Decimals.fixed(-0.25, 2));
    assertEquals("0.00", Decimals.fixed(-0.0, 2));
    assertEquals("0.00", Decimals.change(0.004, 2));
    assertEquals("+0.25", Decimals.change(0.25, 2));
    assertEquals("-Infinity", Decimals.fixed(Double.NEGATIVE_INFINITY, 2));
  }

  /** Four of five runs failed: what is left cannot carry the claim, however good it is. */
  @Test
  void failuresAreNoEvidenceForAClaim() {
    Rule.Direction less =
        new Rule.Direction(
            "permutation", Rule.Way.LESS, 0.5, 0.05, 5, FailedRuns.WORST, null, "why");
    Target target = target("A", null);
    Claim claim = claim("c", ClaimKind.TABLE, less, target);
    List<Double> reference = values(3, 3.1, 3.2, 3.3, 3.4);
    Finding finding =
        decide(claim, new Measured(target, values(1), 4, reference)).findings().get(0);
    assertEquals(Finding.Judgement.UNDECIDED, finding.judgement());
    assertEquals((1 + 4 * 3.4) / 5, finding.measured().getAsDouble(), 1e-12);
    Rule.Equivalence same =
        new Rule.Equivalence("welch-interval", 1, Map.of(), 0.05, 3, FailedRuns.WORST, "why");
    assertEquals(
        Outcome.INCONCLUSIVE,
        decide(claim("c", ClaimKind.TABLE, same, NINETY), Measured.runs(NINETY, values(90, 90), 3))
            .outcome());
  }

  @ParameterizedTest
  @CsvSource({
    // Above, below: the share of those above 10 must exceed one half by 0.1 at least.
    "10, 0, REPRODUCED",
    "5, 5, INCONCLUSIVE",
    "0, 10, NOT_REPRODUCED",
    "4, 0, INCONCLUSIVE",
    "2, 0, INCONCLUSIVE",
    "545, 455, NOT_REPRODUCED",
    "700, 300, REPRODUCED"
  })
  void sharesAreDecidedByTheBinomialTest(int above, int below, Outcome outcome) {
    Target target = target("A", null);
    Claim claim = claim("c", ClaimKind.TABLE, MOSTLY_ABOVE_TEN, target);
    List<Double> values =
        Stream.concat(same(11, above).stream(), same(10, below).stream()).toList();
    assertEquals(outcome, decide(claim, Measured.runs(target, values, 0)).outcome());
  }

  @Test
  void failedRunsCountAgainstAShareWhereTheyAreTheWorst() {
    for (Rule.Way way : Rule.Way.values()) {
      Rule.Direction rule =
          new Rule.Direction(
              "binomial", way, 0, 0.05, 1, FailedRuns.WORST, new Rule.Share(10, 0.5), "why");
      Target target = target("A", null);
      double asClaimed = way == Rule.Way.GREATER ? 11 : 9;
      Finding finding =
          decide(
                  claim("c", ClaimKind.TABLE, rule, target),
                  Measured.runs(target, same(asClaimed, 6), 2))
              .findings()
              .get(0);
      assertEquals(way == Rule.Way.GREATER ? 0.75 : 0.25, finding.measured().getAsDouble());
    }
  }

  @Test
  void holmsCorrectionRunsOverAllClaimsOfThePaper() {
    Target target = target("A", null);
    // 4 against 4, all above: p = 1/70; three of them make 3/70 = 0.043, four 4/70 = 0.057.
    Measured clear = new Measured(target, values(5, 6, 7, 8), 0, values(1, 2, 3, 4));
    for (int claims = 1; claims <= 4; claims++) {
      Claim[] all = new Claim[claims];
      Map<String, Evidence> evidence = new HashMap<>();
      for (int i = 0; i < claims; i++) {
        all[i] = claim("c" + i, ClaimKind.TABLE, GREATER, target);
        evidence.put("c" + i, new Evidence.Measurements(List.of(clear)));
      }
      Verdict first = Verdicts.decide(paper(all), Profile.PAPER, evidence).get(0);
      Finding finding = first.findings().get(0);
      assertEquals(1.0 / 70, finding.p().getAsDouble(), 1e-12);
      assertEquals(claims / 70.0, finding.correctedP().getAsDouble(), 1e-12);
      assertEquals(claims < 4 ? Outcome.REPRODUCED : Outcome.INCONCLUSIVE, first.outcome());
    }
  }

  /** Three claims are as clear as four runs a side can make them: p = 1/70 each. */
  @Test
  void testsThatAreStillToBeRunCountAsIfTheyHadFoundNothing() {
    Target target = target("A", null);
    Measured clear = new Measured(target, values(5, 6, 7, 8), 0, values(1, 2, 3, 4));
    Measured poor = new Measured(target, values(1, 4, 6, 7), 0, values(2, 3, 5, 8));
    ClaimFile file =
        paper(
            claim("own", ClaimKind.SEARCH, GREATER, target),
            claim("other", ClaimKind.SEARCH, GREATER, target),
            claim("third", ClaimKind.SEARCH, GREATER, target),
            // Neither of these is a test that Holm's correction counts.
            claim("same", ClaimKind.SEARCH, EQUIVALENCE, NINETY),
            claim("quoted", ClaimKind.PUBLISHED_ONLY, GREATER, target),
            claim("remembered", ClaimKind.SEARCH, GREATER, remembered()));
    Evidence own = new Evidence.Measurements(List.of(clear));
    Evidence begun = new Evidence.Unfinished(List.of(clear), 8, 10, "by hand");
    Evidence ended = new Evidence.Measurements(List.of(poor));
    List<Map<String, Evidence>> stages =
        List.of(
            Map.of("own", own),
            Map.of("own", own, "other", begun),
            Map.of("own", own, "other", begun, "third", ended),
            Map.of("own", own, "other", ended, "third", ended));
    for (Map<String, Evidence> stage : stages) {
      Verdict verdict = Verdicts.decide(file, Profile.PAPER, stage).get(0);
      assertEquals(3.0 / 70, verdict.findings().get(0).correctedP().getAsDouble(), 1e-12);
      assertEquals(Outcome.REPRODUCED, verdict.outcome());
    }
    // What is unfinished is corrected beside the finished, as if its own runs were all there.
    Finding unfinished =
        Verdicts.decide(file, Profile.PAPER, stages.get(1)).get(1).findings().get(0);
    assertEquals(3.0 / 70, unfinished.correctedP().getAsDouble(), 1e-12);
    // A second clear test lets the correction step down; smoke never does.
    Map<String, Evidence> two = Map.of("own", own, "other", own);
    Function<Claim, Profile> smoke =
        claim -> claim.id().equals("other") ? Profile.SMOKE : Profile.PAPER;
    assertEquals(
        3.0 / 70,
        Verdicts.decide(file, smoke, two).get(0).findings().get(0).correctedP().getAsDouble(),
        1e-12);
  }

  /** However the runs to come turn out, no corrected p-value ends above the one shown before. */
  @Test
  void correctedPOnlyFallsAsTheOtherRunsComeIn() {
    UniformRandomProvider random = new RandomStreams("VerdictsTest", 1).stream("runs");
    Target target = target("A", null);
    Claim[] claims = new Claim[5];
    for (int i = 0; i < claims.length; i++) {
      claims[i] = claim("c" + i, ClaimKind.SEARCH, GREATER, target);
    }
    for (int round = 0; round < 100; round++) {
      Map<String, Evidence> evidence = new HashMap<>();
      double[] before = new double[claims.length];
      for (int known = 0; known < claims.length; known++) {
        double effect = random.nextDouble();
        evidence.put(
            "c" + known,
            new Evidence.Measurements(
                List.of(
                    new Measured(
                        target,
                        random.doubles(5).map(value -> value + effect).boxed().toList(),
                        0,
                        random.doubles(5).boxed().toList()))));
        List<Verdict> verdicts = Verdicts.decide(paper(claims), Profile.PAPER, evidence);
        for (int i = 0; i <= known; i++) {
          double p = verdicts.get(i).findings().get(0).correctedP().getAsDouble();
          assertTrue(i == known || p <= before[i] + 1e-15, p + " after " + before[i]);
          before[i] = p;
        }
      }
    }
  }

  /** What speaks against a claim is the interval, whatever the correction makes of p. */
  @Test
  void contradictionsRestOnNoP() {
    Target target = target("A", null);
    Claim claim = claim("c", ClaimKind.SEARCH, GREATER, target);
    UniformRandomProvider random = new RandomStreams("VerdictsTest", 2).stream("runs");
    Set<Finding.Judgement> seen = EnumSet.noneOf(Finding.Judgement.class);
    for (int round = 0; round < 300; round++) {
      double effect = 4 * random.nextDouble() - 2;
      Measured measured =
          new Measured(
              target,
              random.doubles(4).map(value -> value + effect).boxed().toList(),
              0,
              random.doubles(4).boxed().toList());
      Assessment assessment =
          DirectionAssessment.of((Rule.Direction) claim.rule(), measured, new RandomStreams("", 0));
      Finding.Judgement least = assessment.corrected(OptionalDouble.of(0)).judgement();
      Finding.Judgement most = assessment.corrected(OptionalDouble.of(1)).judgement();
      assertEquals(least == Finding.Judgement.CONTRADICTS, most == Finding.Judgement.CONTRADICTS);
      seen.add(least);
    }
    assertEquals(EnumSet.allOf(Finding.Judgement.class), seen);
  }

  private static Target remembered() {
    return target("M", published(90, 0, 100, Confidence.MEMORY, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "TABLE, SMOKE, false, INCONCLUSIVE, INCONCLUSIVE",
    "TABLE, DESK, false, REPRODUCED, NOT_REPRODUCED",
    "TABLE, PAPER, false, REPRODUCED, NOT_REPRODUCED",
    "SEARCH, SMOKE, false, INCONCLUSIVE, INCONCLUSIVE",
    "SEARCH, DESK, false, MECHANISM_SEEN, MECHANISM_NOT_SEEN",
    "SEARCH, PAPER, false, REPRODUCED, NOT_REPRODUCED",
    "TRAINING, DESK, false, MECHANISM_SEEN, MECHANISM_NOT_SEEN",
    "TRAINING, PAPER, false, REPRODUCED, NOT_REPRODUCED",
    "SEARCH, SMOKE, true, INCONCLUSIVE, INCONCLUSIVE",
    "SEARCH, DESK, true, MECHANISM_SEEN, RECONSTRUCTION_DID_NOT_SHOW_IT",
    "SEARCH, PAPER, true, REPRODUCED, RECONSTRUCTION_DID_NOT_SHOW_IT",
    "TABLE, PAPER, true, REPRODUCED, RECONSTRUCTION_DID_NOT_SHOW_IT"
  })
  void wordsDependOnKindAndProfile(
      ClaimKind kind, Profile profile, boolean reconstruction, Outcome good, Outcome bad) {
    Claim claim =
        claim("c", kind, reconstruction ? "the penalty is a guess." : null, EQUIVALENCE, NINETY);
    assertEquals(good, decide(claim, profile, Measured.runs(NINETY, same(90, 5), 0)).outcome());
    assertEquals(bad, decide(claim, profile, Measured.runs(NINETY, same(95, 5), 0)).outcome());
  }

  @ParameterizedTest
  @CsvSource({
    "PAPER, 1, REPRODUCED, NOT_REPRODUCED",
    "README, 1, REPRODUCED, NOT_REPRODUCED",
    "COMPUTED, 1, REPRODUCED, NOT_REPRODUCED",
    "SECOND_HAND, 1, NO_TRUSTED_TARGET, NO_TRUSTED_TARGET",
    "SECOND_HAND, 2, REPRODUCED, NOT_REPRODUCED",
    "MEMORY, 3, NO_TRUSTED_TARGET, NO_TRUSTED_TARGET"
  })
  void confidenceSaysWhatMayDecide(Confidence confidence, int sources, Outcome good, Outcome bad) {
    Target target = target("A", published(90, 0, 100, confidence, sources));
    Claim claim = claim("c", ClaimKind.TABLE, EQUIVALENCE, target);
    assertEquals(good, decide(claim, Measured.runs(target, same(90, 5), 0)).outcome());
    Verdict verdict = decide(claim, Measured.runs(target, same(95, 5), 0));
    assertEquals(bad, verdict.outcome());
    // Shown all the same.
    assertEquals(5, verdict.findings().get(0).difference().getAsDouble());
  }

  @Test
  void oneContradictionIsEnoughAndOneDoubtPreventsReproduction() {
    Target second = target("B", published(90, 0, 100));
    Target remembered = target("C", published(90, 0, 100, Confidence.MEMORY, 1));
    Claim claim = claim("c", ClaimKind.TABLE, EQUIVALENCE, NINETY, second, remembered);
    Measured good = Measured.runs(NINETY, same(90, 5), 0);
    Measured ignored = Measured.runs(remembered, same(50, 5), 0);
    Verdict both = decide(claim, good, Measured.runs(second, same(90, 5), 0), ignored);
    assertEquals(Outcome.REPRODUCED, both.outcome());
    assertEquals(
        "Both figures that decide are as claimed. 1 of 3 figures decides nothing, since what was"
            + " published is not well enough known.",
        both.reason());
    Verdict contradiction = decide(claim, good, Measured.runs(second, same(95, 5), 0), ignored);
    assertEquals(Outcome.NOT_REPRODUCED, contradiction.outcome());
    Verdict doubt = decide(claim, good, Measured.runs(second, values(90), 0), ignored);
    assertEquals(Outcome.INCONCLUSIVE, doubt.outcome());
    Verdict missing = decide(claim, good);
    assertEquals(Outcome.INCONCLUSIVE, missing.outcome());
    assertEquals(
        "Of 2 figures that decide, 1 is as claimed and 0 not, 1 cannot tell."
            + " B, cifar10 test, 200 epochs: it was not measured. 1 of 3 figures decides nothing,"
            + " since what was published is not well enough known.",
        missing.reason());
    assertEquals(3, missing.findings().size());
  }

  @Test
  void claimsThatWereNotRunSayWhy() {
    Claim ran = claim("ran", ClaimKind.TABLE, EXACT, NINETY);
    Claim missing = claim("missing", ClaimKind.TABLE, EXACT, NINETY);
    Claim forgotten = claim("forgotten", ClaimKind.SEARCH, EXACT, NINETY);
    Claim quoted = claim("quoted", ClaimKind.PUBLISHED_ONLY, new Rule.None(), NINETY);
    List<Verdict> verdicts =
        Verdicts.decide(
            paper(ran, missing, forgotten, quoted),
            Profile.DESK,
            Map.of(
                "ran", new Evidence.Measurements(List.of(Measured.exact(NINETY, 90))),
                "missing", new Evidence.NotRun("data missing")));
    assertEquals(
        List.of(Outcome.REPRODUCED, Outcome.NOT_RUN, Outcome.NOT_RUN, Outcome.PUBLISHED_ONLY),
        verdicts.stream().map(Verdict::outcome).toList());
    assertEquals(
        List.of(
            "not run: data missing",
            "not run: no trial of the profile desk has been made",
            "not checked here: the images cannot be had"),
        verdicts.stream().skip(1).map(Verdict::reason).toList());
    assertEquals("paper/ran", verdicts.get(0).claim());
  }

  @Test
  void evidenceForWhatIsNotClaimedIsRefused() {
    Claim claim = claim("c", ClaimKind.TABLE, EXACT, NINETY);
    Target stranger = target("B", published(1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> decide(claim, Measured.exact(stranger, 1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> decide(claim, Measured.exact(NINETY, 1), Measured.exact(NINETY, 2)));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Verdicts.decide(paper(claim), Profile.DESK, Map.of("other", new Evidence.NotRun("x"))));
  }
}
