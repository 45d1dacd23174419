package org.dartboard.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {
  @Test
  void sameNameGivesSameNumbers() {
    UniformRandomProvider first = new RandomStreams("reinforce", 7).stream("actions");
    UniformRandomProvider second = new RandomStreams("reinforce", 7).stream("actions");
    for (int draw = 0; draw < 1000; draw++) {
      assertEquals(first.nextLong(), second.nextLong());
    }
  }

  @Test
  void everyPartOfTheNameMatters() {
    Set<Long> firstNumbers = new HashSet<>();
    for (String scope : new String[] {"a", "b", "ab"}) {
      for (long seed = 0; seed < 20; seed++) {
        for (String purpose : new String[] {"x", "y", ""}) {
          firstNumbers.add(new RandomStreams(scope, seed).stream(purpose).nextLong());
        }
      }
    }
    assertEquals(3 * 20 * 3, firstNumbers.size());
  }

  @Test
  void neighbouringSeedsAreNotCorrelated() {
    int trials = 4000;
    double sum = 0;
    for (int seed = 0; seed < trials; seed++) {
      double here = new RandomStreams("s", seed).stream("p").nextDouble() - 0.5;
      double next = new RandomStreams("s", seed + 1).stream("p").nextDouble() - 0.5;
      sum += here * next * 12;
    }
    double correlation = sum / trials;
    assertTrue(
        Math.abs(correlation) < 4 / Math.sqrt(trials), () -> "correlation is " + correlation);
  }

  @Test
  void numbersNeverChangeBetweenReleases() {
    // Taken from the first release: trials in every ledger depend on them.
    assertEquals(
        1824306980279225005L, new RandomStreams("random-search", 0).stream("cells").nextLong());
  }
}
