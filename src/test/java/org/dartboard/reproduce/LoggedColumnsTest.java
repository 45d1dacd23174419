package org.dartboard.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dartboard.engine.onednn.OneDnnSupernet;
import org.dartboard.report.curves.ColumnWords;
import org.dartboard.search.supernet.SearchFolder;
import org.dartboard.search.supernet.SearchListener;
import org.dartboard.search.supernet.SearchPlan;
import org.dartboard.search.supernet.SupernetMethod;
import org.dartboard.search.supernet.SupernetSearch;
import org.dartboard.search.supernet.TinySearches;
import org.dartboard.search.supernet.method.SupernetMethods;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a search logs has words for charts. */
class LoggedColumnsTest {
  /** What says where a line is, and what is drawn by its numbers of skips and accuracies. */
  private static final Set<String> NOT_DRAWN = Set.of("epoch", "stage", "cell");

  @TempDir private Path folder = Path.of("");

  static List<String> methods() {
    return SupernetMethods.all().stream().map(SupernetMethod::name).toList();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void everyColumnThatAMethodLogsHasWords(String method) throws IOException {
    SearchPlan plan =
        TinySearches.plan(
            SupernetMethods.named(method),
            1,
            Map.of("epochs", 1, "hessianInterval", 1, "gapInterval", 1, "cellScoresInterval", 0));
    SupernetSearch.run(
        plan,
        TinySearches.data(),
        OneDnnSupernet::new,
        SearchFolder.open(folder, plan),
        SearchListener.NONE);
    String header = Files.readAllLines(folder.resolve(SearchCurves.LOG)).get(0);
    assertEquals(header, String.join(",", plan.logColumns()));
    List<String> wordless =
        Arrays.stream(header.split(","))
            .filter(column -> !NOT_DRAWN.contains(column) && !ColumnWords.known(column))
            .toList();
    assertEquals(List.of(), wordless);
  }

  @Test
  void soHasWhatFollowsFromALog() {
    for (String column :
        List.of(
            SearchLog.SKIPS,
            SearchLog.REGRET,
            SearchLog.REGRET_CIFAR100,
            SearchLog.REGRET_IMAGENET,
            SearchLog.SKIP_WEIGHT,
            SearchLog.LEADING_SKIPS,
            SearchLog.ALPHA_SPREAD,
            SearchLog.KENDALL,
            SearchLog.SPEARMAN,
            SearchLog.HELD_OUT_GAP)) {
      assertTrue(ColumnWords.known(column), column);
    }
  }

  /** What a claim may name, the log gives or {@link SearchLog} derives, as does the ledger. */
  @Test
  void aClaimMayNameWhatRunsGiveAValueFor() {
    Set<String> columns = new SupernetSettings().columns("darts-v1");
    for (String column :
        List.of("mean_margin", "hessian_eigenvalue", "validation_loss", "alpha_0-1_none")) {
      assertTrue(columns.contains(column), column);
    }
    for (String column : List.of("learning_rate", "cell", "p_0-1_none", "tau", "held_out_gap")) {
      assertFalse(columns.contains(column), column);
    }
    assertTrue(columns.contains(SearchLog.KENDALL));
    assertTrue(new SupernetSettings().columns("gdas").contains("tau"));
    Set<String> single = new SupernetSettings().columns("single-stage");
    assertTrue(single.contains(SearchLog.HELD_OUT_GAP));
    assertTrue(single.containsAll(SearchLog.derived(Set.of())));
  }

  @Test
  void aColumnWithoutWordsIsCalledByItsName() {
    assertFalse(ColumnWords.known("new_thing"));
    assertEquals("New thing", ColumnWords.of("new_thing").title());
    assertEquals(ColumnWords.of("alpha"), ColumnWords.of("alpha_0-1_nor_conv_3x3"));
    assertFalse(ColumnWords.known("alpha_of_something"));
  }

  @Test
  void theTemperatureIsNotTakenForKendallsTau() {
    assertTrue(ColumnWords.of("tau").title().contains("Gumbel"));
    assertTrue(ColumnWords.of("kendall").title().contains("Kendall"));
  }
}
