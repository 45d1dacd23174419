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
import org.dartboard.statistics.Interval;
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
        chart.alternative().contains("24 cells, pearson -0.0019; 24 cells, spearman -0.25"),
        chart::alternative);
  }

  @Test
  void oneQuantityNeedsNoName() {
    Chart chart =
        DifferenceChart.of(List.of(finding(Quantity.GAP, 0), finding(Quantity.GAP, 1.5)))
            .orElseThrow();
    assertTrue(chart.alternative().contains("24 cells 0.00; 24 cells +1.50"), chart::alternative);
  }

  /** The accuracies agree in all but the last bits. */
  @Test
  void roundingErrorsAreNoDifference() {
    Finding equal = finding(Quantity.ACCURACY, 5.1e-15, 93.7, new Interval(-0.2, 7e-15));
    Finding smaller = finding(Quantity.ACCURACY, -0.0067, 93.7, new Interval(-0.1, 0.1));
    Chart chart = DifferenceChart.of(List.of(equal, smaller)).orElseThrow();
    assertTrue(
        chart.alternative().contains("24 cells 0.00; 24 cells -0.0067."), chart::alternative);
    SeriesPoint point = chart.points().get(0);
    assertEquals(0.0, point.y());
    assertEquals(-0.2, point.low());
    assertEquals(0.0, point.high());
  }

  @Test
  void oneDifferenceIsNoChart() {
    assertEquals(Optional.empty(), DifferenceChart.of(List.of(finding(Quantity.GAP, 1))));
  }

  private static Finding finding(Quantity quantity, double difference) {
    return finding(quantity, OptionalDouble.empty(), difference, Optional.empty());
  }

  private static Finding finding(
      Quantity quantity, double difference, double expected, Interval interval) {
    return finding(quantity, OptionalDouble.of(expected), difference, Optional.of(interval));
  }

  private static Finding finding(
      Quantity quantity, OptionalDouble expected, double difference, Optional<Interval> interval) {
    return new Finding(
        new Target("24 cells", quantity, null, null, null, null, "the other runs"),
        true,
        Finding.Judgement.UNDECIDED,
        3,
        0,
        OptionalDouble.empty(),
        expected,
        OptionalDouble.of(difference),
        interval,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        "");
  }
}
