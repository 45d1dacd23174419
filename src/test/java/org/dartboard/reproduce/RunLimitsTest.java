package org.dartboard.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.dartboard.claim.LogStatistic;
import org.dartboard.claim.Quantity;
import org.dartboard.claim.SearchMeasure;
import org.dartboard.claim.Target;
import org.dartboard.report.data.ValueRange;
import org.junit.jupiter.api.Test;

class RunLimitsTest {
  @Test
  void limitsAreThoseOfTheQuantity() {
    assertEquals(ValueRange.PERCENT, limits(Quantity.ACCURACY, null, null));
    assertEquals(ValueRange.FROM_ZERO, limits(Quantity.GAP, null, null));
    assertEquals(new ValueRange(0, 6), limits(Quantity.COUNT, null, null));
    assertEquals(ValueRange.ALL, limits(Quantity.RELATIVE_IMPROVEMENT, null, null));
  }

  @Test
  void aDistanceToTheMeanHasNoUpperLimit() {
    assertEquals(ValueRange.FROM_ZERO, limits(Quantity.ACCURACY, null, true));
  }

  @Test
  void aLoggedValueHasThoseOfItsColumnAndAChangeOfItNone() {
    for (String column : List.of("validation_accuracy", "accuracy_cifar10_test")) {
      assertEquals(ValueRange.PERCENT, limits(column, LogStatistic.END), column);
    }
    for (String column : List.of("skip_weight", "p_0-1_none", "q_2-3", "minimum_margin")) {
      assertEquals(ValueRange.SHARE, limits(column, LogStatistic.END), column);
    }
    for (String column : List.of("kendall", "spearman_cifar10_test", "alignment_training")) {
      assertEquals(ValueRange.CORRELATION, limits(column, LogStatistic.END), column);
    }
    for (String column : List.of("held_out_gap", "training_loss", "hessian_eigenvalue")) {
      assertEquals(ValueRange.ALL, limits(column, LogStatistic.END), column);
    }
    assertEquals(ValueRange.FROM_ZERO, limits("regret_cifar100_test", LogStatistic.END));
    assertEquals(ValueRange.ALL, limits("validation_accuracy", LogStatistic.CHANGE));
  }

  private static ValueRange limits(String column, LogStatistic statistic) {
    return RunLimits.of(target(Quantity.DIAGNOSTIC), measure(column, statistic, null));
  }

  private static ValueRange limits(Quantity quantity, LogStatistic statistic, Boolean deviation) {
    return RunLimits.of(target(quantity), measure(null, statistic, deviation));
  }

  private static Target target(Quantity quantity) {
    return new Target("it", quantity, null, null, null, null, null);
  }

  private static SearchMeasure measure(String log, LogStatistic statistic, Boolean deviation) {
    return new SearchMeasure(
        "it", List.of("DARTS"), List.of(), log, statistic, null, deviation, null, null);
  }
}
