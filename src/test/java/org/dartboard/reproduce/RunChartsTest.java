package org.dartboard.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dartboard.claim.Confidence;
import org.dartboard.claim.Family;
import org.dartboard.claim.Published;
import org.dartboard.report.data.Mark;
import org.dartboard.report.data.SeriesPoint;
import org.dartboard.report.data.ValueRange;
import org.junit.jupiter.api.Test;

class RunChartsTest {
  @Test
  void anIntervalIsDrawnNoFurtherThanValuesCanBeAndSaidInFull() {
    List<SeriesPoint> points = new ArrayList<>();
    String text =
        RunCharts.addRuns(points, "seed", "DARTS", List.of(1.0, 3.0), ValueRange.FROM_ZERO);
    // Mean 2, standard error 1; Student's t with one degree of freedom is 12.706.
    SeriesPoint mean = mean(points);
    assertEquals(0, Objects.requireNonNull(mean.low()));
    assertEquals(2 + 12.706, Objects.requireNonNull(mean.high()), 1e-3);
    assertTrue(text.contains("mean 2.00 of 2 runs, from 1.00 to 3.00"), text);
    assertTrue(text.contains("95 % interval -10.71 to 14.71."), text);
  }

  /** Mean 98, standard error 1. */
  @Test
  void anAccuracyIsDrawnUpToAHundredAndSaidInFull() {
    List<SeriesPoint> points = new ArrayList<>();
    String text =
        RunCharts.addRuns(points, "seed", "DARTS", List.of(97.0, 99.0), ValueRange.PERCENT);
    assertEquals(98 - 12.706, Objects.requireNonNull(mean(points).low()), 1e-3);
    assertEquals(100, Objects.requireNonNull(mean(points).high()));
    assertTrue(text.contains("95 % interval 85.29 to 110.71."), text);
  }

  @Test
  void theSpreadOfAPublishedAccuracyIsDrawnUpToAHundred() {
    List<SeriesPoint> points = new ArrayList<>();
    Published figure =
        new Published(
            95,
            10.0,
            null,
            null,
            "Table 5",
            List.of("one"),
            Confidence.PAPER,
            Family.UNKNOWN,
            null);
    RunCharts.addPublished(points, "DARTS", figure, ValueRange.PERCENT);
    assertEquals(85.0, points.get(0).low());
    assertEquals(100.0, points.get(0).high());
  }

  @Test
  void theTextSaysWhereBarsAreCut() {
    assertTrue(
        RunCharts.lead("Each seed", ValueRange.FROM_ZERO)
            .endsWith("drawn from 0 on, as no value can be less."));
    assertTrue(
        RunCharts.lead("Each seed", ValueRange.PERCENT)
            .endsWith("drawn from 0 to 100, as no value can lie beyond."));
    assertFalse(RunCharts.lead("Each seed", ValueRange.ALL).contains("value"));
  }

  @Test
  void aDifferenceMayBeNegative() {
    List<SeriesPoint> points = new ArrayList<>();
    String text = RunCharts.addRuns(points, "seed", "DARTS", List.of(1.0, 3.0), ValueRange.ALL);
    assertEquals(2 - 12.706, Objects.requireNonNull(mean(points).low()), 1e-3);
    assertTrue(text.endsWith("interval -10.71 to 14.71."), text);
  }

  @Test
  void oneRunHasNoInterval() {
    List<SeriesPoint> points = new ArrayList<>();
    assertEquals(
        " DARTS: mean 1.00 of 1 run, from 1.00 to 1.00.",
        RunCharts.addRuns(points, "seed", "DARTS", List.of(1.0), ValueRange.FROM_ZERO));
    assertEquals(null, mean(points).low());
  }

  private static SeriesPoint mean(List<SeriesPoint> points) {
    return points.stream().filter(point -> point.mark() == Mark.MEASURED).findFirst().orElseThrow();
  }
}
