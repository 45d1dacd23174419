package org.dartboard.claim;

import static org.dartboard.claim.Claims.GREATER;
import static org.dartboard.claim.Claims.MOSTLY_ABOVE_TEN;
import static org.dartboard.claim.Claims.claim;
import static org.dartboard.claim.Claims.decide;
import static org.dartboard.claim.Claims.target;
import static org.dartboard.claim.Claims.values;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.dartboard.statistics.Interval;
import org.dartboard.statistics.MeanIntervals;
import org.dartboard.statistics.Proportions;
import org.dartboard.statistics.Sample;
import org.junit.jupiter.api.Test;

/** Runs that belong together by their methods, as pairs or by seeds. */
class DesignVerdictsTest {
  /** Six methods with shares 1, 0, 0, 0, 0, 0; t with five degrees of freedom is 2.5706. */
  @Test
  void theIntervalOfAShareOverMethodsHoldsThatOfTheirShares() {
    Target target = target("A", null);
    List<List<Double>> methods = new ArrayList<>(List.of(values(11, 12, 13)));
    for (int method = 1; method < 6; method++) {
      methods.add(values(1, 2, 3));
    }
    Claim claim = claim("c", ClaimKind.TABLE, MOSTLY_ABOVE_TEN, target);
    Finding finding = decide(claim, Measured.ofMethods(target, methods)).findings().get(0);
    double half = 2.570582 * Math.sqrt(1 / 6.0) / Math.sqrt(6);
    assertEquals(-1 / 3.0, finding.difference().getAsDouble(), 1e-12);
    assertEquals(1 / 6.0 + half - 0.5, finding.interval().orElseThrow().high(), 1e-6);
    assertEquals(-0.5, finding.interval().orElseThrow().low(), 1e-12);
    // As if each run were of another method: 3 of 18.
    Finding pooled =
        decide(claim, Measured.runs(target, methods.stream().flatMap(List::stream).toList(), 0))
            .findings()
            .get(0);
    assertEquals(finding.p().getAsDouble(), pooled.p().getAsDouble(), 1e-12);
    assertEquals(
        Proportions.clopperPearson(3, 18, 0.05).high() - 0.5,
        pooled.interval().orElseThrow().high(),
        1e-12);
    assertTrue(
        finding.note().contains("the interval allows for runs of a method being alike"),
        finding.note());
  }

  /** Where all methods agree, the runs' own interval is the wider one. */
  @Test
  void methodsThatAgreeAreNoCertainty() {
    Target target = target("A", null);
    Finding finding =
        decide(
                claim("c", ClaimKind.TABLE, MOSTLY_ABOVE_TEN, target),
                Measured.ofMethods(target, List.of(values(11, 12), values(13, Double.NaN))))
            .findings()
            .get(0);
    assertEquals(3, finding.runs());
    assertEquals(1, finding.failures());
    assertEquals(
        Proportions.clopperPearson(3, 3, 0.05).low() - 0.5,
        finding.interval().orElseThrow().low(),
        1e-12);
  }

  /** Without an effect each of five differences could have had the other sign. */
  @Test
  void pairsAreTestedByTheirSigns() {
    Target target = target("A", null);
    Claim claim = claim("c", ClaimKind.TABLE, GREATER, target);
    Finding finding =
        decide(claim, Measured.paired(target, values(1, 2, 3, 4, 5))).findings().get(0);
    assertEquals(1 / 32.0, finding.p().getAsDouble(), 1e-12);
    Interval student = MeanIntervals.student(Sample.of(1, 2, 3, 4, 5), 0.05).orElseThrow();
    assertEquals(student.low(), finding.interval().orElseThrow().low(), 1e-12);
    Finding mixed = decide(claim, Measured.paired(target, values(5, -1, 2, -3))).findings().get(0);
    int extreme = 0;
    for (int signs = 0; signs < 16; signs++) {
      double sum =
          5 * (signs % 2 * 2 - 1)
              + (signs / 2 % 2 * 2 - 1)
              + 2 * (signs / 4 % 2 * 2 - 1)
              + 3 * (signs / 8 * 2 - 1);
      extreme += sum >= 3 ? 1 : 0;
    }
    assertEquals(extreme / 16.0, mixed.p().getAsDouble(), 1e-12);
  }

  @Test
  void seedsThatFailedOnEitherSideCannotTell() {
    Target target = target("A", null);
    Finding finding =
        decide(
                claim("c", ClaimKind.TABLE, GREATER, target),
                Measured.bySeed(
                    target,
                    List.of(
                        new Block(List.of(values(Double.NaN)), values(1)),
                        new Block(List.of(values(2)), values(Double.NaN)))))
            .findings()
            .get(0);
    assertEquals(Finding.Judgement.UNDECIDED, finding.judgement());
    assertEquals("nothing ended on both sides", finding.note());
  }
}
