package org.dartboard.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RankAgreementTest {
  @Test
  void correlationsAreThoseComputedByHand() {
    // Five of six pairs are in order, one is not; squared rank differences 0, 1, 1, 0.
    RankAgreement agreement =
        RankAgreement.of(new double[] {10, 20, 30, 40}, new double[] {90, 92, 91, 94});
    assertEquals(4.0 / 6, agreement.kendall().orElseThrow(), 1e-15);
    assertEquals(1 - 6.0 * 2 / (4 * 15), agreement.spearman().orElseThrow(), 1e-15);
  }

  @Test
  void scoresThatAreAllAlikeRankNothing() {
    RankAgreement agreement = RankAgreement.of(new double[] {1, 1, 1}, new double[] {1, 2, 3});
    assertTrue(agreement.kendall().isEmpty());
    assertTrue(agreement.spearman().isEmpty());
  }
}
