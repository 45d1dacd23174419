package org.dartboard.report.chart;

import static org.dartboard.report.chart.ChartSamples.chart;
import static org.dartboard.report.chart.ChartSamples.ellipses;
import static org.dartboard.report.chart.ChartSamples.svg;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ChartForm;
import org.dartboard.report.data.SampleReports;
import org.dartboard.report.data.SeriesPoint;
import org.junit.jupiter.api.Test;

class CurveChartTest {
  @Test
  void seriesWhoseNamesBeginAlikeLookDifferentInTheLegend() throws Exception {
    String begin = "DARTS, first order, 15 epochs, under the settings of ";
    assertFalse(
        svg(named(begin + "PC-DARTS"), Look.LIGHT).equals(svg(named(begin + "GDAS"), Look.LIGHT)));
  }

  private static Chart named(String series) {
    return chart(
        "c",
        ChartForm.CURVE,
        false,
        SeriesPoint.line(series, 1, 2),
        SeriesPoint.line(series, 2, 3),
        SeriesPoint.line("another", 1, 1));
  }

  @Test
  void linesDifferByDashAsWellAsByColour() throws Exception {
    String svg = svg(SampleReports.curves(), Look.LIGHT);
    long dashes =
        Pattern.compile("stroke-width:2.2;[^\"]*stroke-dasharray:([0-9,.]+)")
            .matcher(svg)
            .results()
            .map(match -> match.group(1))
            .distinct()
            .count();
    assertEquals(4, dashes);
  }

  @Test
  void dotsOverANumberAreAllMarkedAndNotJoined() throws Exception {
    List<SeriesPoint> line =
        IntStream.range(0, 20).mapToObj(i -> SeriesPoint.line("a", i, i % 3)).toList();
    List<SeriesPoint> dots =
        IntStream.range(0, 20).mapToObj(i -> SeriesPoint.dot("a", i, i % 3)).toList();
    Chart joined = new Chart("c", ChartForm.CURVE, "t", "x", "y", "a", false, line);
    Chart alone = new Chart("c", ChartForm.CURVE, "t", "x", "y", "a", false, dots);
    Chart one = new Chart("c", ChartForm.CURVE, "t", "x", "y", "a", false, dots.subList(0, 1));
    String joins = "<path[^>]*stroke-width:2.2;";
    assertTrue(Pattern.compile(joins).matcher(svg(joined, Look.LIGHT)).find());
    assertFalse(Pattern.compile(joins).matcher(svg(alone, Look.LIGHT)).find());
    assertEquals(19 * ellipsesOfOneGlyph(), ellipses(alone) - ellipses(one));
  }

  /** Two markers of a line of two points, against one of one. */
  private static long ellipsesOfOneGlyph() throws IOException {
    SeriesPoint first = SeriesPoint.line("a", 1, 1);
    Chart two = chart("c", ChartForm.CURVE, false, first, SeriesPoint.line("a", 2, 1));
    return ellipses(two) - ellipses(chart("c", ChartForm.CURVE, false, first));
  }
}
