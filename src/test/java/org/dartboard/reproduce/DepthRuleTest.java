package org.dartboard.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.OptionalInt;
import org.dartboard.space.Cell;
import org.junit.jupiter.api.Test;

class DepthRuleTest {
  private static final Cell THREE = Cell.ofCode("111333");
  private static final Cell FOUR = Cell.ofCode("111133");
  private static final Cell SIX = Cell.ofCode("111111");

  @Test
  void fourSkipConnectionsOfSixDominate() {
    assertFalse(DepthRule.shows(THREE));
    assertTrue(DepthRule.shows(FOUR));
  }

  @Test
  void theCheapestDepthThatShowsItIsTaken() {
    DepthRule rule = DepthRule.apply(Map.of(1, THREE, 3, FOUR, 5, SIX));
    assertEquals(OptionalInt.of(3), rule.chosen());
    assertTrue(rule.sentence().endsWith("The profile desk takes N = 3."), rule.sentence());
    assertEquals(OptionalInt.of(1), DepthRule.apply(Map.of(1, SIX)).chosen());
  }

  @Test
  void nothingIsDecidedWhileACheaperSearchRuns() {
    DepthRule rule = DepthRule.apply(Map.of(3, SIX, 5, SIX));
    assertTrue(rule.chosen().isEmpty());
    assertFalse(rule.decided());
    assertFalse(DepthRule.apply(Map.of(1, THREE)).decided());
  }

  @Test
  void whereNoDepthShowsItTheRuleSaysSo() {
    DepthRule rule = DepthRule.apply(Map.of(1, THREE, 3, THREE, 5, THREE));
    assertTrue(rule.chosen().isEmpty());
    assertTrue(rule.decided());
    assertTrue(rule.sentence().contains("No N shows"), rule.sentence());
  }
}
