package org.dartboard.report.curves;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dartboard.io.AtomicFiles;
import org.dartboard.report.chart.ChartImages;
import org.dartboard.report.chart.Look;
import org.dartboard.report.chart.Size;
import org.dartboard.report.data.Chart;

/** Writes charts as files, without pages. */
public final class ChartFolder {
  private ChartFolder() {}

  /**
   * Writes each chart as {@code <id>.svg} and {@code <id>.png}.
   *
   * @param note painted under each; blank for none
   */
  public static void write(Path folder, List<Chart> charts, String note) throws IOException {
    for (Chart chart : charts) {
      AtomicFiles.write(
          folder.resolve(chart.id() + ".svg"),
          ChartImages.svg(chart, Look.LIGHT, Size.WIDE, note).bytes());
      AtomicFiles.write(folder.resolve(chart.id() + ".png"), ChartImages.png(chart, note).bytes());
    }
  }
}
