package org.dartboard.report.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ChartForm;
import org.dartboard.report.data.Mark;
import org.dartboard.report.data.SampleReports;
import org.dartboard.report.data.SeriesPoint;
import org.dartboard.report.data.ValueRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
  void everyFiniteDotIsDrawn() throws Exception {
    Chart one = chart("d", ChartForm.DOTS, false, SeriesPoint.dot("a", "m", 1));
    List<SeriesPoint> points =
        IntStream.range(0, 500).mapToObj(i -> SeriesPoint.dot("a", "m", i)).toList();
    Chart all = new Chart("d", ChartForm.DOTS, "t", "x", "y", "a", false, points);
    assertEquals(499, ellipses(all) - ellipses(one));
  }

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

  @ParameterizedTest
  @EnumSource(Look.class)
  void inkStandsOutFromTheBackground(Look look) {
    assertTrue(contrast(look.ink(), look.background()) >= 7);
    assertTrue(contrast(look.muted(), look.background()) >= 4.5);
    for (int i = 0; i < 8; i++) {
      assertTrue(contrast(look.series(i), look.background()) >= 3, look + " " + i);
    }
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

  private static BufferedImage pixels(Image png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png.bytes()));
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

  private static Chart chart(String id, ChartForm form, boolean logX, SeriesPoint... points) {
    return new Chart(id, form, "t < & >", "x", "y", "seen \"so\"", logX, List.of(points));
  }

  private static String svg(Chart chart, Look look) throws IOException {
    return new String(ChartImages.svg(chart, look, Size.WIDE).bytes(), StandardCharsets.UTF_8);
  }

  private static long ellipses(Chart chart) throws IOException {
    return svg(chart, Look.LIGHT).split("<ellipse", -1).length - 1L;
  }

  private static Document parse(byte[] svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg));
  }

  /** Contrast by the Web Content Accessibility Guidelines 2.1. */
  private static double contrast(Color a, Color b) {
    double bright = Math.max(luminance(a), luminance(b));
    double dim = Math.min(luminance(a), luminance(b));
    return (bright + 0.05) / (dim + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
