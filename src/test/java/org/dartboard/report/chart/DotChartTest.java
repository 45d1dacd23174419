package org.dartboard.report.chart;

import static org.dartboard.report.chart.ChartSamples.chart;
import static org.dartboard.report.chart.ChartSamples.ellipses;
import static org.dartboard.report.chart.ChartSamples.pixels;
import static org.dartboard.report.chart.ChartSamples.svg;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ChartForm;
import org.dartboard.report.data.Mark;
import org.dartboard.report.data.SeriesPoint;
import org.dartboard.report.data.ValueRange;
import org.junit.jupiter.api.Test;

class DotChartTest {
  @Test
  void everyFiniteDotIsDrawn() throws Exception {
    Chart one = chart("d", ChartForm.DOTS, false, SeriesPoint.dot("a", "m", 1));
    List<SeriesPoint> points =
        IntStream.range(0, 500).mapToObj(i -> SeriesPoint.dot("a", "m", i)).toList();
    Chart all = new Chart("d", ChartForm.DOTS, "t", "x", "y", "a", false, points);
    assertEquals(499, ellipses(all) - ellipses(one));
  }

  @Test
  void theBarOfAMeanDoesNotStretchTheAxisBeyondItsDots() throws Exception {
    String wide = svg(dots(-100, 200), Look.LIGHT);
    assertEquals(wide, svg(dots(-1000, 2000), Look.LIGHT), "both go on beyond the axis");
    assertFalse(wide.equals(svg(dots(9, 21), Look.LIGHT)), "this one ends where it ends");
  }

  /** Two dots at 10 and 20, and their mean with an interval. */
  private static Chart dots(double low, double high) {
    return chart(
        "d",
        ChartForm.DOTS,
        false,
        SeriesPoint.dot("a", "m", 10),
        SeriesPoint.dot("a", "m", 20),
        SeriesPoint.measured("mean", "m", 15, low, high));
  }

  @Test
  void categoriesWhoseNamesBeginAlikeLookDifferent() throws Exception {
    String begin = "DARTS, first order, 15 epochs of 50, at width 8, under the very settings of ";
    for (Size size : Size.values()) {
      Image first = ChartImages.svg(dot(begin + "SmoothDARTS and others"), Look.LIGHT, size);
      Image second = ChartImages.svg(dot(begin + "SmoothDARTS and R-DARTS"), Look.LIGHT, size);
      assertFalse(Arrays.equals(first.bytes(), second.bytes()), size + ": the rows look the same");
      assertTrue(first.height() > ChartImages.svg(dot("m"), Look.LIGHT, size).height());
    }
  }

  private static Chart dot(String category) {
    return chart("d", ChartForm.DOTS, false, SeriesPoint.dot("run", category, 1));
  }

  @Test
  void aThresholdIsALineOverAllRowsThatTheAxisHolds() throws Exception {
    SeriesPoint first = SeriesPoint.dot("run", "one", 90);
    SeriesPoint second = SeriesPoint.dot("run", "two", 92);
    SeriesPoint threshold = SeriesPoint.threshold("above 93 counts", 93);
    BufferedImage with =
        pixels(ChartImages.png(chart("d", ChartForm.DOTS, false, first, second, threshold)));
    long longest =
        IntStream.range(0, with.getWidth())
            .mapToLong(
                x ->
                    IntStream.range(0, with.getHeight())
                        .filter(y -> (with.getRGB(x, y) & 0xff) < 0x80)
                        .count())
            .max()
            .orElseThrow();
    // Two rows of 88 pixels, each of which is drawn by two; less where the count of runs stands.
    assertTrue(longest > 250 && longest < 400, "a vertical line of " + longest);
  }

  @Test
  void aThresholdBelongsToAllRunsOfAChartOfDots() {
    SeriesPoint threshold = SeriesPoint.threshold("above 1 counts", 1);
    assertThrows(
        IllegalArgumentException.class,
        () -> chart("c", ChartForm.CURVE, false, SeriesPoint.line("a", 1, 2), threshold));
    assertTrue(
        String.valueOf(
                assertThrows(
                        IllegalArgumentException.class,
                        () -> chart("c", ChartForm.DOTS, false, threshold))
                    .getMessage())
            .contains("nothing to draw"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SeriesPoint("s", Mark.THRESHOLD, "one row", 1.0, null, null));
  }

  @Test
  void anAxisOfAccuraciesEndsAtAHundredButForAMarker() {
    Chart chart =
        chart(
            "d",
            ChartForm.DOTS,
            false,
            SeriesPoint.dot("run", "m", 98),
            SeriesPoint.dot("run", "m", 60),
            SeriesPoint.measured("mean", "m", 79, 0.0, 100.0));
    double past = new RowDrawing(chart, Look.LIGHT, Size.WIDE).shown().high();
    assertTrue(past > 101, "the bar's margin alone ends at " + past);
    double end =
        new RowDrawing(chart.within(ValueRange.PERCENT), Look.LIGHT, Size.WIDE).shown().high();
    assertTrue(end >= 100 && end < 101, "ends at " + end);
  }

  @Test
  void jitterStaysInsideItsRowAndSpreads() {
    double[] offsets = IntStream.range(0, 500).mapToDouble(Jitter::offset).toArray();
    for (int tenth = 0; tenth < 10; tenth++) {
      double low = -0.5 + tenth / 10.0;
      long inside = Arrays.stream(offsets).filter(x -> x >= low && x < low + 0.1).count();
      assertTrue(inside >= 48 && inside <= 52, tenth + ": " + inside);
    }
  }
}
