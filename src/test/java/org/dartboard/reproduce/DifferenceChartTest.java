package org.dartboard.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dartboard.claim.Finding;
import org.dartboard.claim.Quantity;
import org.dartboard.claim.Target;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.SeriesPoint;
import org.junit.jupiter.api.Test;

class DifferenceChartTest {
  @Test
  void twoQuantitiesOfOneLabelAreToldApart() {
    Chart chart =
        DifferenceChart.of(
                List.of(finding(Quantity.PEARSON, -0.0019), finding(Quantity.SPEARMAN, -0.25)))
            .orElseThrow();
    assertEquals(
        List.of("24 cells, pearson", "24 cells, spearman"),
        chart.points().stream().map(SeriesPoint::x).toList());
    assertTrue(
        chart.alternative().contains("24 cells, pearson -1.9e-03; 24 cells, spearman -0.25"),
        chart::alternative);
  }

  @Test
  void oneQuantityNeedsNoName() {
    Chart chart =
        DifferenceChart.of(List.of(finding(Quantity.GAP, 0), finding(Quantity.GAP, 1.5)))
            .orElseThrow();
    assertTrue(chart.alternative().contains("24 cells 0.00; 24 cells +1.50"), chart::alternative);
  }

  @Test
  void oneDifferenceIsNoChart() {
    assertEquals(Optional.empty(), DifferenceChart.of(List.of(finding(Quantity.GAP, 1))));
  }

  private static Finding finding(Quantity quantity, double difference) {
    return new Finding(
        new Target("24 cells", quantity, null, null, null, null, "the other runs"),
        true,
        Finding.Judgement.UNDECIDED,
        3,
        0,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.of(difference),
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        "");
  }
}
