package org.dartboard.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.dartboard.claim.SearchArm;
import org.dartboard.run.Configuration;
import org.junit.jupiter.api.Test;

class SearchValuesTest {
  /** Two remedies may have one baseline, whose searches are there once. */
  @Test
  void armsOfOneConfigurationCountOnce() {
    Map<String, ArmRuns> arms =
        Map.of(
            "one", arm("one", "0.0003"), "same", arm("same", "0.0003"), "other", arm("other", "0"));
    assertEquals(
        List.of("one", "other"),
        SearchValues.distinct(List.of("one", "same", "other"), arms).stream()
            .map(runs -> runs.arm().label())
            .toList());
    assertEquals(1, SearchValues.distinct(List.of("same", "one", "same"), arms).size());
  }

  private static ArmRuns arm(String label, String weightDecay) {
    return new ArmRuns(
        new SearchArm(label, "darts-v1", Map.of(), Map.of()),
        Configuration.of("search darts-v1", Map.of("weightDecay", weightDecay)),
        3,
        List.of(),
        false);
  }
}
