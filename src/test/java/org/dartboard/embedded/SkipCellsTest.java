package org.dartboard.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dartboard.space.Cell;
import org.dartboard.table.AccuracyKey;
import org.dartboard.table.Dataset;
import org.dartboard.table.EmbeddedTable;
import org.dartboard.table.Epochs;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.Split;
import org.dartboard.table.TablePart;
import org.dartboard.testing.RealData;
import org.junit.jupiter.api.Test;

/** The expected figures of NAS-Bench-201 were counted from its CSV outside this project's code. */
class SkipCellsTest {
  private static final AccuracyKey SHORT =
      new AccuracyKey(Dataset.CIFAR10_VALID, Split.VALID, Epochs.TWELVE);
  private static final AccuracyKey LONG =
      new AccuracyKey(Dataset.CIFAR10, Split.TEST, Epochs.TWO_HUNDRED);

  @Test
  void afterTwelveEpochsTheBenchmarkRanksSkipsInTheMiddle() {
    SkipCells skips = SkipCells.of(published(), SHORT);
    assertEquals(47, skips.cells());
    assertEquals(65.3287, skips.mean(), 1e-4);
    assertEquals(19 / 47.0, skips.belowMedian(), 1e-12);
    assertEquals(19 / 47.0, skips.inLowestQuarter(), 1e-12);
    assertEquals(33.944, skips.allSkip(), 1e-6);
    assertEquals(414.0 / Cell.COUNT, skips.below(), 1e-12);
  }

  @Test
  void afterTwoHundredEpochsAllOfThemAreInTheBenchmarksLowestQuarter() {
    SkipCells skips = SkipCells.of(published(), LONG);
    assertEquals(83.7937, skips.mean(), 1e-4);
    assertEquals(1, skips.belowMedian());
    assertEquals(1, skips.inLowestQuarter());
    assertEquals(54.2967, skips.allSkip(), 1e-4);
    assertEquals(394.0 / Cell.COUNT, skips.below(), 1e-12);
  }

  @Test
  void theStatisticsSayTheSameOfBothTables() throws IOException {
    EmbeddedStatistics statistics =
        new EmbeddedStatistics(EmbeddedTable.read(Path.of("nasbench201-data/embedded")));
    assertEquals("47", statistics.ofTheTable().get("skip-only cells that pass something on"));
    Map<String, String> both = statistics.against(published());
    String prefix = "NAS-Bench-201, " + LONG + ": ";
    assertEquals("100.00", both.get(prefix + "share of skip-only cells in the lowest quarter %"));
    assertEquals("54.30", both.get(prefix + "all-skip cell, accuracy %"));
    assertTrue(both.keySet().containsAll(prefixed(prefix, statistics.ofTheTable())));
  }

  /** As they are after 200 epochs in NAS-Bench-201: a method that collapses is to be punished. */
  @Test
  void allOfThemAreInTheEmbeddedTablesLowestQuarter() throws IOException {
    SkipCells skips =
        SkipCells.of(EmbeddedTable.read(Path.of("nasbench201-data/embedded")).standIn(), LONG);
    assertEquals(47, skips.cells());
    assertEquals(1, skips.inLowestQuarter());
    assertTrue(skips.below() < 0.1, () -> "below the all-skip cell are " + skips.below());
  }

  /** What is said of the embedded table's skips must be said of the published one's too. */
  private static Set<String> prefixed(String prefix, Map<String, String> facts) {
    return facts.keySet().stream()
        .filter(name -> name.contains("skip") && name.endsWith("%"))
        .map(name -> prefix + name)
        .collect(Collectors.toSet());
  }

  private static Nb201Table published() {
    return Nb201Table.load(RealData.assumeTable(), Set.of(TablePart.ACCURACIES));
  }
}
