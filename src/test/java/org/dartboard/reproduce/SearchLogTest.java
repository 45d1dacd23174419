package org.dartboard.reproduce;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.dartboard.claim.Column;
import org.dartboard.claim.LogStatistic;
import org.dartboard.run.EpochTable;
import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;
import org.dartboard.table.Dataset;
import org.dartboard.table.Epochs;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.Split;
import org.dartboard.table.TablePart;
import org.dartboard.testing.RealData;
import org.junit.jupiter.api.Test;

/** What is read off a search's log, against values computed by hand. */
class SearchLogTest {
  private static final Cell SKIPS = Cell.ofCode("111111");
  private static final Cell MIXED = Cell.ofCode("311230");

  /** Four epochs: the second and fourth lack the number. */
  private static final EpochTable LOG =
      new EpochTable(
          List.of("epoch", "cell", "number"),
          List.of(
              List.of("1", "311230", "5"),
              List.of("2", "111111", ""),
              List.of("4", "", "8"),
              List.of("5", "111111", "2")),
          Map.of());

  @Test
  void aNumberComesDownToItsEndChangeFallAndSlope() {
    CellFigures figures = figures();
    SearchLog log = new SearchLog(LOG, EpochTable.NOTHING, SKIPS);
    assertEquals(2, log.statistic("number", LogStatistic.END, figures));
    assertEquals(2 - 5, log.statistic("number", LogStatistic.CHANGE, figures));
    assertEquals(2 - 8, log.statistic("number", LogStatistic.FALL, figures));
    // Epochs 1, 4, 5 with mean 10/3, values 5, 8, 2 with mean 5: products -3, squares 26/3.
    assertEquals(
        (0 + 2 / 3.0 * 3 - 5 / 3.0 * 3) / (26 / 3.0),
        log.statistic("number", LogStatistic.SLOPE, figures),
        1e-12);
  }

  @Test
  void whatTheMethodGaveAtTheEndGoesBeforeTheLastEpoch() {
    EpochTable table =
        new EpochTable(LOG.columns(), LOG.lines(), Map.of("number", "11", "other", "7"));
    SearchLog log = new SearchLog(table, EpochTable.NOTHING, SKIPS);
    assertEquals(11, log.statistic("number", LogStatistic.END, figures()));
    assertEquals(7, log.statistic("other", LogStatistic.END, figures()));
    assertTrue(Double.isNaN(log.statistic("neither", LogStatistic.END, figures())));
  }

  @Test
  void skipsAndRegretFollowFromTheCells() {
    CellFigures figures = figures();
    SearchLog log = new SearchLog(LOG, EpochTable.NOTHING, MIXED);
    assertArrayEquals(new double[] {2, 6, Double.NaN, 6}, log.column(SearchLog.SKIPS, figures));
    assertEquals(2, log.statistic(SearchLog.SKIPS, LogStatistic.END, figures));
    assertEquals(0, log.statistic(SearchLog.SKIPS, LogStatistic.CHANGE, figures));
    double[] regret = log.column(SearchLog.REGRET, figures);
    // The best cell has 91.61 and the cell of skip connections 39.77 (NAS-Bench-201, Table 5).
    assertEquals(91.61 - 39.77, regret[1], 0.01);
    Column column = new Column(Dataset.CIFAR10_VALID, Split.VALID, Epochs.TWO_HUNDRED);
    assertEquals(figures.best(column) - figures.of(MIXED, column), regret[0], 1e-12);
    // The cell of skip connections has 15.61 of 73.51 and 16.32 of 47.31 there.
    assertEquals(73.51 - 15.61, log.column(SearchLog.REGRET_CIFAR100, figures)[1], 0.01);
    assertEquals(47.31 - 16.32, log.column(SearchLog.REGRET_IMAGENET, figures)[1], 0.01);
  }

  @Test
  void weightsAndSpreadFollowFromAlpha() {
    double[] alpha = new double[Edge.COUNT * Operation.COUNT];
    alpha[Operation.SKIP_CONNECT.code()] = Math.log(4);
    SearchLog log = new SearchLog(table("alpha_", alpha), EpochTable.NOTHING, MIXED);
    // On the first edge skip has 4 of 8 parts, on the five others 1 of 5.
    assertArrayEquals(
        new double[] {(0.5 + 5 * 0.2) / 6}, log.column(SearchLog.SKIP_WEIGHT, figures()), 1e-6);
    // Five equal operations lead together: skip is not behind any of them.
    assertArrayEquals(new double[] {6}, log.column(SearchLog.LEADING_SKIPS, figures()));
    // Standard deviation of (0, ln 4, 0, 0, 0) is ln 4 times 2/5; five edges have none.
    assertArrayEquals(
        new double[] {Math.log(4) * 0.4 / 6}, log.column(SearchLog.ALPHA_SPREAD, figures()), 1e-6);
  }

  @Test
  void noneDoesNotKeepSkipConnectionsFromLeading() {
    double[] p = new double[Edge.COUNT * Operation.COUNT];
    for (int edge = 0; edge < Edge.COUNT; edge++) {
      p[edge * Operation.COUNT + Operation.NONE.code()] = 0.6;
      int second = edge < 2 ? Operation.SKIP_CONNECT.code() : Operation.AVG_POOL_3X3.code();
      p[edge * Operation.COUNT + second] = 0.4;
    }
    SearchLog log = new SearchLog(table("p_", p), EpochTable.NOTHING, MIXED);
    assertArrayEquals(new double[] {2}, log.column(SearchLog.LEADING_SKIPS, figures()));
  }

  @Test
  void theGapIsThatOfMixtureAndCell() {
    EpochTable table =
        new EpochTable(
            LOG.columns(),
            LOG.lines(),
            Map.of("held_out_accuracy", "80.5", "held_out_accuracy_of_cell", "61.25"));
    assertEquals(
        19.25,
        new SearchLog(table, EpochTable.NOTHING, SKIPS)
            .statistic(SearchLog.HELD_OUT_GAP, LogStatistic.END, figures()));
  }

  @Test
  void scoresAreComparedWithTheTable() {
    CellFigures figures = figures();
    Column column = new Column(Dataset.CIFAR10_VALID, Split.VALID, Epochs.TWO_HUNDRED);
    List<String> codes = List.of("000000", "111111", "333333", "123412");
    List<String> rising =
        codes.stream().map(code -> Double.toString(figures.of(Cell.ofCode(code), column))).toList();
    List<String> falling =
        codes.stream()
            .map(code -> Double.toString(-figures.of(Cell.ofCode(code), column)))
            .toList();
    List<String> columns = new ArrayList<>(List.of("epoch", "stage"));
    columns.addAll(codes);
    EpochTable scores =
        new EpochTable(columns, List.of(line("2", rising), line("5", falling)), Map.of());
    SearchLog log = new SearchLog(LOG, scores, SKIPS);
    assertArrayEquals(
        new double[] {Double.NaN, 1, Double.NaN, -1}, log.column(SearchLog.KENDALL, figures));
    assertEquals(-1, log.statistic(SearchLog.KENDALL, LogStatistic.END, figures));
    assertArrayEquals(
        new double[] {Double.NaN, 1, Double.NaN, -1},
        log.column(SearchLog.SPEARMAN, figures),
        1e-12);
  }

  @Test
  void deviationsAreDistancesToTheMeanOfAnArm() {
    assertEquals(List.of(3.0, 0.0, 3.0), SearchValues.deviations(List.of(1.0, 4.0, 7.0)));
    List<Double> withFailure = SearchValues.deviations(List.of(1.0, Double.NaN, 7.0));
    assertEquals(3, withFailure.get(0));
    assertTrue(withFailure.get(1).isNaN());
  }

  private static List<String> line(String epoch, List<String> values) {
    List<String> line = new ArrayList<>(List.of(epoch, "1"));
    line.addAll(values);
    return line;
  }

  private static EpochTable table(String prefix, double[] values) {
    List<String> columns = new ArrayList<>(List.of("epoch"));
    List<String> line = new ArrayList<>(List.of("1"));
    for (Edge edge : Edge.all()) {
      for (Operation operation : Operation.values()) {
        columns.add(prefix + edge.source() + "-" + edge.target() + "_" + operation.label());
        line.add(Double.toString(values[edge.ordinal() * Operation.COUNT + operation.code()]));
      }
    }
    return new EpochTable(columns, List.of(line), Map.of());
  }

  private static CellFigures figures() {
    return new CellFigures(
        Nb201Table.load(
            RealData.assumeTable(), EnumSet.of(TablePart.ARCHITECTURES, TablePart.ACCURACIES)));
  }
}
