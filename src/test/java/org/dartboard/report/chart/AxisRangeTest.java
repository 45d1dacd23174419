package org.dartboard.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ChartForm;
import org.dartboard.report.data.SeriesPoint;
import org.dartboard.report.data.ValueRange;
import org.junit.jupiter.api.Test;

class AxisRangeTest {
  /** 40 to 100 with 5 % of 60 on either side is 37 to 103; a marker takes 0.66. */
  @Test
  void anAxisEndsWhereValuesEndButForAMarker() {
    AxisRange range = around(40, 100).within(ValueRange.PERCENT, DoubleStream.of(40, 100));
    assertEquals(37, range.low(), 1e-9);
    assertEquals(100.66, range.high(), 1e-9);
  }

  @Test
  void aValueBeyondTheLimitsIsShownNevertheless() {
    AxisRange range = around(-1, 9).within(ValueRange.FROM_ZERO, DoubleStream.of(-1, 9));
    assertTrue(range.low() < -1, range::toString);
  }

  @Test
  void anAxisHoldsTheSpanOfItsChart() {
    Chart chart =
        new Chart(
                "c",
                ChartForm.CURVE,
                "t",
                "x",
                "y",
                "a",
                false,
                List.of(SeriesPoint.line("s", 1, 2), SeriesPoint.line("s", 2, 3)))
            .spanning(new ValueRange(0, 10));
    AxisRange range = AxisRange.ofValues(chart, DoubleStream.of(2, 3));
    assertEquals(-0.5, range.low(), 1e-9);
    assertEquals(10.5, range.high(), 1e-9);
  }

  private static AxisRange around(double... values) {
    return AxisRange.around(DoubleStream.of(values));
  }
}
