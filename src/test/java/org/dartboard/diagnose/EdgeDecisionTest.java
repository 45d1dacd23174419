package org.dartboard.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EdgeDecisionTest {
  @Test
  void entropyAndMarginAreThoseComputedByHand() {
    assertDecision(Math.log(5), 0, EdgeDecision.of(0.2, 0.2, 0.2, 0.2, 0.2));
    assertDecision(0, 1, EdgeDecision.of(0, 0, 1, 0, 0));
    // Half, quarter, quarter: ln 2 / 2 + ln 4 / 2 = 1.5 ln 2.
    assertDecision(1.5 * Math.log(2), 0.25, EdgeDecision.of(0.25, 0.5, 0, 0.25, 0));
  }

  @Test
  void weightsThatDoNotAddUpToOneCountAsShares() {
    assertDecision(1.5 * Math.log(2), 0.25, EdgeDecision.of(1, 2, 0, 1, 0));
  }

  @Test
  void allEdgesAreTakenInOrder() {
    double[] weights = new double[30];
    Arrays.fill(weights, 0.2);
    System.arraycopy(new double[] {0, 0, 0, 0, 1}, 0, weights, 10, 5);
    List<EdgeDecision> decisions = EdgeDecision.ofAll(weights);
    assertEquals(6, decisions.size());
    assertDecision(0, 1, decisions.get(2));
    assertDecision(Math.log(5), 0, decisions.get(3));
  }

  @Test
  void whatIsNoWeightIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> EdgeDecision.of(0.5, -0.1));
    assertThrows(IllegalArgumentException.class, () -> EdgeDecision.of(0.5, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> EdgeDecision.of(0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> EdgeDecision.of(1));
    assertThrows(IllegalArgumentException.class, () -> EdgeDecision.ofAll(new double[29]));
  }

  private static void assertDecision(double entropy, double margin, EdgeDecision actual) {
    assertEquals(entropy, actual.entropy(), 1e-12);
    assertEquals(margin, actual.margin(), 1e-12);
  }
}
