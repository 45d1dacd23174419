package org.dartboard.report.site;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dartboard.report.chart.ChartImages;
import org.dartboard.report.chart.Image;
import org.dartboard.report.chart.Look;
import org.dartboard.report.chart.Size;
import org.dartboard.report.data.Chart;

/**
 * A chart's drawn variants.
 *
 * @param wide light, for wide columns
 * @param wideDark the same in dark
 * @param narrow light, for phones
 * @param narrowDark the same in dark
 * @param png light and with its title, for slides and papers
 */
record ChartFiles(Image wide, Image wideDark, Image narrow, Image narrowDark, Image png) {

  /**
   * Draws all variants.
   *
   * @param note painted under the chart; blank for none
   */
  static ChartFiles draw(Chart chart, String note) throws IOException {
    return new ChartFiles(
        ChartImages.svg(chart, Look.LIGHT, Size.WIDE, note),
        ChartImages.svg(chart, Look.DARK, Size.WIDE, note),
        ChartImages.svg(chart, Look.LIGHT, Size.NARROW, note),
        ChartImages.svg(chart, Look.DARK, Size.NARROW, note),
        ChartImages.png(chart, note));
  }

  /** The files' contents by name. */
  Map<String, byte[]> named(Chart chart) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(chart.id() + ".svg", wide.bytes());
    files.put(chart.id() + "-dark.svg", wideDark.bytes());
    files.put(chart.id() + "-narrow.svg", narrow.bytes());
    files.put(chart.id() + "-narrow-dark.svg", narrowDark.bytes());
    files.put(chart.id() + ".png", png.bytes());
    return files;
  }
}
