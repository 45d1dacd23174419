package org.dartboard.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.random.RandomStreams;
import org.junit.jupiter.api.Test;

class BlockSumsTest {
  private static final int ROWS = 1_999;

  private final UniformRandomProvider random =
      new RandomStreams("BlockSumsTest", 1).stream("values");

  @Test
  void anUnchangedColumnHasNoChanges() {
    long[] values = values();
    assertEquals(List.of(), BlockSums.changes(values, BlockSums.of(values)));
  }

  @Test
  void aChangedValueIsFoundWithWhatItWas() {
    for (int attempt = 0; attempt < 200; attempt++) {
      long[] values = values();
      String sums = BlockSums.of(values);
      int row = random.nextInt(ROWS);
      long before = values[row];
      values[row] = attempt % 10 == 0 ? ValueKind.BLANK : before + random.nextInt(1, 1 << 30);
      assertEquals(
          List.of(new BlockSums.Change(row, row, before)), BlockSums.changes(values, sums));
    }
  }

  @Test
  void aBlankThatWasFilledIsFound() {
    long[] values = values();
    values[1_998] = ValueKind.BLANK;
    String sums = BlockSums.of(values);
    values[1_998] = -5;
    assertEquals(
        List.of(new BlockSums.Change(1_998, 1_998, ValueKind.BLANK)),
        BlockSums.changes(values, sums));
  }

  @Test
  void oneChangeInEachBlockIsFound() {
    long[] values = values();
    String sums = BlockSums.of(values);
    values[0]++;
    values[625]--;
    assertEquals(
        List.of(0, 625), BlockSums.changes(values, sums).stream().map(c -> c.row()).toList());
  }

  @Test
  void severalChangesInABlockNameTheBlock() {
    long[] values = values();
    String sums = BlockSums.of(values);
    values[630]++;
    values[700]--;
    BlockSums.Change change = BlockSums.changes(values, sums).get(0);
    assertFalse(change.isLocated());
    assertEquals(625, change.row());
    assertEquals(1_249, change.lastRow());
  }

  private long[] values() {
    return random.longs(ROWS, -(1L << 42), 1L << 42).toArray();
  }
}
