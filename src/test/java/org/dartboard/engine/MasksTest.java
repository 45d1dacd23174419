package org.dartboard.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MasksTest {
  @Test
  void dropoutDropsTheGivenShare() {
    int kept = 0;
    for (int i = 0; i < 100_000; i++) {
      kept += Masks.keeps(Masks.edgeSeed(5, 3), i, 0.3) ? 1 : 0;
    }
    // Six standard deviations of a binomial.
    assertEquals(70_000, kept, 6 * Math.sqrt(100_000 * 0.21));
  }

  @Test
  void channelsAreDistinctAscendingAndAllEquallyLikely() {
    int[] count = new int[8];
    for (int seed = 0; seed < 8000; seed++) {
      int[] drawn = Masks.channels(Masks.edgeSeed(seed, 0), 8, 2);
      assertTrue(drawn[0] < drawn[1]);
      for (int channel : drawn) {
        count[channel]++;
      }
    }
    for (int each : count) {
      assertEquals(2000, each, 6 * Math.sqrt(8000 * 0.25 * 0.75));
    }
    assertArrayEquals(new int[] {0, 1, 2, 3}, Masks.channels(9, 4, 4));
  }

  @Test
  void edgesHaveMasksOfTheirOwn() {
    int same = 0;
    for (int i = 0; i < 10_000; i++) {
      boolean one = Masks.keeps(Masks.edgeSeed(5, 0), i, 0.5);
      boolean other = Masks.keeps(Masks.edgeSeed(5, 1), i, 0.5);
      same += one == other ? 1 : 0;
    }
    assertEquals(5000, same, 300);
  }
}
