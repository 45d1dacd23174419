package org.dartboard.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dartboard.report.data.Mark;
import org.dartboard.report.data.SeriesPoint;
import org.junit.jupiter.api.Test;

class RunChartsTest {
  @Test
  void anIntervalIsDrawnNoFurtherThanValuesCanBeAndSaidInFull() {
    List<SeriesPoint> points = new ArrayList<>();
    String text = RunCharts.addRuns(points, "seed", "DARTS", List.of(1.0, 3.0), 0);
    // Mean 2, standard error 1; Student's t with one degree of freedom is 12.706.
    SeriesPoint mean = mean(points);
    assertEquals(0, Objects.requireNonNull(mean.low()));
    assertEquals(2 + 12.706, Objects.requireNonNull(mean.high()), 1e-3);
    assertTrue(text.contains("mean 2.00 of 2 runs, from 1.00 to 3.00"), text);
    assertTrue(text.contains("95 % interval -10.71 to 14.71."), text);
  }

  @Test
  void theTextSaysWhereBarsAreCut() {
    assertTrue(
        RunCharts.lead("Each seed", 0).endsWith("drawn from 0 on, as no value can be less."));
    assertFalse(RunCharts.lead("Each seed", RunCharts.NO_BOUND).contains("less"));
  }

  @Test
  void aDifferenceMayBeNegative() {
    List<SeriesPoint> points = new ArrayList<>();
    String text = RunCharts.addRuns(points, "seed", "DARTS", List.of(1.0, 3.0), RunCharts.NO_BOUND);
    assertEquals(2 - 12.706, Objects.requireNonNull(mean(points).low()), 1e-3);
    assertTrue(text.endsWith("interval -10.71 to 14.71."), text);
  }

  @Test
  void oneRunHasNoInterval() {
    List<SeriesPoint> points = new ArrayList<>();
    assertEquals(
        " DARTS: mean 1.00 of 1 run, from 1.00 to 1.00.",
        RunCharts.addRuns(points, "seed", "DARTS", List.of(1.0), 0));
    assertEquals(null, mean(points).low());
  }

  private static SeriesPoint mean(List<SeriesPoint> points) {
    return points.stream().filter(point -> point.mark() == Mark.MEASURED).findFirst().orElseThrow();
  }
}
