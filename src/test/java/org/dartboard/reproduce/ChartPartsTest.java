package org.dartboard.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ChartForm;
import org.dartboard.report.data.SeriesPoint;
import org.dartboard.report.data.ValueRange;
import org.junit.jupiter.api.Test;

class ChartPartsTest {
  @Test
  void oneChartIsNoPart() {
    Chart chart = chart(1, 2);
    assertEquals(List.of(chart), ChartParts.of(List.of(chart)));
  }

  @Test
  void partsShareTheirAxis() {
    List<Chart> parts = ChartParts.of(List.of(chart(1, 2), chart(-3, 4), chart(7, 7)));
    for (Chart part : parts) {
      assertEquals(new ValueRange(-3, 7), part.span(), part.id());
      assertTrue(part.alternative().endsWith("All parts have the same axis of values."));
    }
    assertEquals("t, part 2 of 3", parts.get(1).title());
  }

  /** From 0 to 40 is ten times as long as from 0 to 4, which the band makes of the second. */
  @Test
  void anAxisThatWouldHideThePartsLinesIsNotShared() {
    for (Chart part : ChartParts.of(List.of(chart(0, 39.5), chart(0, 3.5)))) {
      assertNull(part.span());
      assertTrue(part.alternative().contains("axes of their own"), part::alternative);
    }
    assertEquals(
        new ValueRange(0, 40), ChartParts.of(List.of(chart(0, 39.5), chart(0, 3.6))).get(1).span());
  }

  /** A line over two epochs; where it is not flat, with a band up to a half above its end. */
  private static Chart chart(double from, double to) {
    List<SeriesPoint> points =
        new ArrayList<>(List.of(SeriesPoint.line("s", 1, from), SeriesPoint.line("s", 2, to)));
    if (from != to) {
      points.add(SeriesPoint.band("s", 2, to, to + 0.5));
    }
    return new Chart("c", ChartForm.CURVE, "t", "epoch", "y", "a.", false, points);
  }
}
