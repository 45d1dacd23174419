package org.dartboard.search.supernet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.dartboard.search.HyperParameterException;
import org.dartboard.search.supernet.method.SupernetMethods;
import org.junit.jupiter.api.Test;

class SupernetMethodTest {
  private static final SearchTrial TRIAL =
      new SearchTrial(SupernetProfile.DESK, 0, "test", "onednn", "fp32");

  /** The desk has eight channels; 3 is a denominator, but not one of theirs. */
  @Test
  void numbersThatMakeNoNetworkTogetherAreRefused() {
    SupernetMethod method = SupernetMethods.named("pc-darts");
    HyperParameterException refusal =
        assertThrows(
            HyperParameterException.class,
            () -> method.plan(TRIAL, Map.of("channelDenominator", 3.0)));
    assertTrue(
        refusal.defects().stream().anyMatch(defect -> defect.contains("multiple of 3")),
        () -> refusal.defects().toString());
  }

  @Test
  void everyMethodMakesANetworkOfItsDefaultsInEveryProfile() {
    for (SupernetMethod method : SupernetMethods.all()) {
      for (SupernetProfile profile : SupernetProfile.values()) {
        SearchTrial trial = new SearchTrial(profile, 0, "test", "onednn", "fp32");
        assertEquals(method.name(), method.plan(trial, Map.of()).method().name());
      }
    }
  }
}
