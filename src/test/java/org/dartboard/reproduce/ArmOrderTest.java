package org.dartboard.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArmOrderTest {
  @Test
  void aSearchStandsBelowWhatItIsHeldAgainst() {
    assertEquals(
        List.of("darts beta- minus-", "other"),
        groups(
            List.of("beta", "other", "darts", "minus"), "beta against darts, minus against darts"));
  }

  @Test
  void oneWithSeveralBaselinesStandsBelowThemAll() {
    assertEquals(
        List.of("random first attention- darts second--"),
        groups(
            List.of("attention", "random", "first", "darts", "second"),
            "attention against random, attention against first, second against attention,"
                + " second against darts"));
  }

  @Test
  void whatIsHeldAgainstAComparedSearchIsDeeper() {
    assertEquals(
        List.of("shallow deep- lambda--"),
        groups(List.of("lambda", "deep", "shallow"), "lambda against deep, deep against shallow"));
  }

  @Test
  void comparisonsInTurnAndWithSearchesThatAreNotShownEndNothing() {
    assertEquals(List.of("a b-"), groups(List.of("a", "b"), "a against b, b against a"));
    assertEquals(List.of("a", "b"), groups(List.of("a", "b"), "a against c, b against c"));
  }

  private static List<String> groups(List<String> digests, String comparisons) {
    Map<String, Set<String>> baselines = new LinkedHashMap<>();
    for (String comparison : comparisons.split(", ")) {
      String[] sides = comparison.split(" against ");
      baselines.computeIfAbsent(sides[0], of -> new LinkedHashSet<>()).add(sides[1]);
    }
    return ArmOrder.groups(digests, new Comparisons(baselines)).stream()
        .map(
            group ->
                group.stream()
                    .map(place -> place.digest() + "-".repeat(place.depth()))
                    .collect(Collectors.joining(" ")))
        .toList();
  }
}
