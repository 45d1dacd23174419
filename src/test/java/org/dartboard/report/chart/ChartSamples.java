package org.dartboard.report.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ChartForm;
import org.dartboard.report.data.SeriesPoint;
import org.w3c.dom.Document;

/** Small charts, and ways to look at what is drawn of them. */
final class ChartSamples {
  private ChartSamples() {}

  static Chart chart(String id, ChartForm form, boolean logX, SeriesPoint... points) {
    return new Chart(id, form, "t < & >", "x", "y", "seen \"so\"", logX, List.of(points));
  }

  static String svg(Chart chart, Look look) throws IOException {
    return new String(ChartImages.svg(chart, look, Size.WIDE).bytes(), StandardCharsets.UTF_8);
  }

  static long ellipses(Chart chart) throws IOException {
    return svg(chart, Look.LIGHT).split("<ellipse", -1).length - 1L;
  }

  static Document parse(byte[] svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg));
  }

  static BufferedImage pixels(Image png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png.bytes()));
  }
}
