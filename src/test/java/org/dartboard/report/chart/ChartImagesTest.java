package org.dartboard.report.chart;

import static org.dartboard.report.chart.ChartSamples.chart;
import static org.dartboard.report.chart.ChartSamples.parse;
import static org.dartboard.report.chart.ChartSamples.pixels;
import static org.dartboard.report.chart.ChartSamples.svg;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ChartForm;
import org.dartboard.report.data.SampleReports;
import org.dartboard.report.data.SeriesPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

class ChartImagesTest {
  static Stream<Chart> charts() {
    List<SeriesPoint> many =
        IntStream.range(0, 500).mapToObj(i -> SeriesPoint.dot("run", "m", i % 37)).toList();
    return Stream.concat(
        SampleReports.table5().charts().stream(),
        Stream.of(
            chart("one-point", ChartForm.CURVE, false, SeriesPoint.line("a", 3, 4)),
            chart("only-band", ChartForm.CURVE, false, SeriesPoint.band("a", 3, 4, 5)),
            chart(
                "log",
                ChartForm.CURVE,
                true,
                SeriesPoint.line("a", 0, 4),
                SeriesPoint.line("a", 1, 4),
                SeriesPoint.line("a", 1e4, 5)),
            chart(
                "equal",
                ChartForm.CURVE,
                false,
                SeriesPoint.line("a", 1, 0),
                SeriesPoint.line("a", 2, 0)),
            chart(
                "equal-log",
                ChartForm.CURVE,
                true,
                SeriesPoint.line("a", 7, 2),
                SeriesPoint.line("a", 7, 2)),
            chart(
                "huge",
                ChartForm.CURVE,
                false,
                SeriesPoint.line("a", 1, 1e12),
                SeriesPoint.line("a", 2, -1e12)),
            chart(
                "tiny",
                ChartForm.CURVE,
                false,
                SeriesPoint.line("a", 1e-300, 1e-300),
                SeriesPoint.line("a", 2e-300, 3e-300)),
            chart(
                "near",
                ChartForm.CURVE,
                false,
                SeriesPoint.line("a", 1e12, 93.92),
                SeriesPoint.line("a", 1e12 - 1, 93.92 + 1e-13)),
            chart(
                "log-wide",
                ChartForm.CURVE,
                true,
                SeriesPoint.line("a", 1e-12, 1),
                SeriesPoint.line("a", 1e12, 2)),
            chart(
                "diverged",
                ChartForm.DOTS,
                false,
                SeriesPoint.dot("a", "m", 1e300),
                SeriesPoint.dot("a", "m", 2)),
            chart("one-dot", ChartForm.DOTS, false, SeriesPoint.dot("a", "m", 1)),
            chart(
                "equal-dots",
                ChartForm.DOTS,
                false,
                SeriesPoint.dot("a", "m", 54.3),
                SeriesPoint.dot("a", "m", 54.3)),
            chart(
                "two-series",
                ChartForm.DOTS,
                false,
                SeriesPoint.dot("a", "m", 1),
                SeriesPoint.dot("b", "m", 2)),
            chart(
                "no-interval",
                ChartForm.COMPARISON,
                false,
                SeriesPoint.published("p", "m", 1, null, null)),
            chart(
                "not-finite",
                ChartForm.DOTS,
                false,
                SeriesPoint.dot("a", "m", Double.NaN),
                SeriesPoint.dot("a", "m", 2)),
            chart(
                "long",
                ChartForm.COMPARISON,
                false,
                SeriesPoint.measured(
                    "very long series name ".repeat(20),
                    "very long category name ".repeat(20),
                    1,
                    0.0,
                    2.0)),
            new Chart("many", ChartForm.DOTS, "t", "x", "y", "a", false, many)));
  }

  @ParameterizedTest
  @Timeout(60)
  @MethodSource("charts")
  void chartsDrawTheSameBytesTwice(Chart chart) throws Exception {
    for (Look look : Look.values()) {
      for (Size size : Size.values()) {
        Image image = ChartImages.svg(chart, look, size);
        assertArrayEquals(image.bytes(), ChartImages.svg(chart, look, size).bytes());
        Document svg = parse(image.bytes());
        assertEquals(chart.title(), svg.getElementsByTagName("title").item(0).getTextContent());
        assertEquals(
            chart.alternative(), svg.getElementsByTagName("desc").item(0).getTextContent());
        assertEquals(size.width(), image.width());
        assertFalse(new String(image.bytes(), StandardCharsets.UTF_8).contains("NaN"), chart.id());
      }
    }
    assertArrayEquals(ChartImages.png(chart).bytes(), ChartImages.png(chart).bytes());
  }

  @Test
  void aNoteIsPaintedUnderTheChartInLinesThatFit() throws Exception {
    Chart chart = SampleReports.curves();
    String note = "EMBEDDED STAND-IN, NOT NAS-BENCH-201; GENERATED IMAGES, NOT CIFAR-10";
    Image bare = ChartImages.png(chart);
    Image noted = ChartImages.png(chart, note);
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(noted.bytes()));
    BufferedImage without = ImageIO.read(new ByteArrayInputStream(bare.bytes()));
    int dark = 0;
    for (int y = without.getHeight(); y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        dark += (picture.getRGB(x, y) & 0xff) < 0x80 ? 1 : 0;
      }
    }
    assertTrue(dark > 500, "only " + dark + " dark pixels under the chart");

    int line = noted.height() - bare.height();
    Image narrow = ChartImages.svg(chart, Look.LIGHT, Size.NARROW);
    Image narrowNoted = ChartImages.svg(chart, Look.LIGHT, Size.NARROW, note);
    assertEquals(narrow.height() + 2 * line, narrowNoted.height());
    assertEquals(
        note + ". " + chart.alternative(),
        parse(narrowNoted.bytes()).getElementsByTagName("desc").item(0).getTextContent());
  }

  @Test
  void clipPathsAreNumberedInTheirOrder() throws Exception {
    String svg = svg(SampleReports.curves(), Look.LIGHT);
    assertFalse(svg.matches("(?s).*clip-?\\d{4,}.*"));
  }

  @Test
  void pointsThatAreNotFiniteAreCountedAndLeftOut() throws Exception {
    Chart with =
        chart(
            "d",
            ChartForm.DOTS,
            false,
            SeriesPoint.dot("a", "m", 1),
            SeriesPoint.dot("a", "m", Double.NaN),
            SeriesPoint.dot("a", "m", Double.NEGATIVE_INFINITY));
    Chart without = chart("d", ChartForm.DOTS, false, SeriesPoint.dot("a", "m", 1));
    assertEquals(2, with.leftOut());
    assertEquals(svg(without, Look.LIGHT), svg(with, Look.LIGHT));
  }

  @Test
  void aChartWithoutPointsIsRefusedByName() {
    IllegalArgumentException none =
        assertThrows(
            IllegalArgumentException.class, () -> chart("anytime", ChartForm.CURVE, false));
    assertTrue(String.valueOf(none.getMessage()).contains("chart anytime has nothing to draw"));
    IllegalArgumentException infinite =
        assertThrows(
            IllegalArgumentException.class,
            () -> chart("anytime", ChartForm.CURVE, true, SeriesPoint.line("a", -1, 2)));
    assertTrue(String.valueOf(infinite.getMessage()).contains("whose x is positive"));
  }

  @Test
  void aMarkThatAFormDoesNotTakeIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> chart("c", ChartForm.CURVE, false, SeriesPoint.measured("a", "1", 1, null, null)));
  }

  @Test
  void darkAndLightDifferInColourOnly() throws Exception {
    String light = svg(SampleReports.curves(), Look.LIGHT).replaceAll("rgb\\([^)]*\\)", "");
    String dark = svg(SampleReports.curves(), Look.DARK).replaceAll("rgb\\([^)]*\\)", "");
    assertEquals(light, dark);
  }

  @Test
  void thePngIsTwiceAsFineAndHasATitle() throws Exception {
    BufferedImage png =
        ImageIO.read(new ByteArrayInputStream(ChartImages.png(SampleReports.curves()).bytes()));
    assertNotNull(png);
    assertEquals(1440, png.getWidth());
    long dark =
        IntStream.range(0, 72 * 1440)
            .filter(i -> (png.getRGB(i % 1440, i / 1440) & 0xff) < 100)
            .count();
    assertTrue(dark > 500, "dark pixels of the title: " + dark);
  }

  @Test
  void aTitleIsPaintedWhole() throws Exception {
    String title = "Distance of the current cell to the best of the table, CIFAR-10 validation";
    Image first = ChartImages.png(titled(title + ", part 1 of 2"));
    Image second = ChartImages.png(titled(title + ", part 2 of 2"));
    assertFalse(Arrays.equals(first.bytes(), second.bytes()), "the parts look the same");
    assertTrue(pixels(first).getHeight() > pixels(ChartImages.png(titled("t"))).getHeight());
  }

  private static Chart titled(String title) {
    return new Chart(
        "c", ChartForm.CURVE, title, "x", "y", "a", false, List.of(SeriesPoint.line("a", 1, 2)));
  }
}
