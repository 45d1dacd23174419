package org.dartboard.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dartboard.io.AtomicFiles;
import org.dartboard.report.curves.ChartFolder;
import org.dartboard.report.curves.SearchCharts;
import org.dartboard.report.curves.SearchSheet;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.StandInWords;
import org.dartboard.reproduce.SearchCurves;
import org.dartboard.search.supernet.SearchFolder;
import org.dartboard.table.Nb201Table;

/** The curves of a search folder and their charts. */
final class CurveFiles {
  private CurveFiles() {}

  /**
   * Writes {@code curves.csv} and the charts in {@code curves/}, which say so where something
   * stands in for published data.
   *
   * @return the CSV file
   */
  static Path write(Path folder, Nb201Table table) throws IOException {
    String curves = SearchCurves.ofFolder(folder, table);
    Path file = folder.resolve("curves.csv");
    AtomicFiles.write(file, curves);
    List<Chart> charts =
        new ArrayList<>(
            SearchCharts.all(List.of(SearchSheet.parse("search", curves, file.toString()))));
    // The times differ from run to run, so they stay out of curves.csv.
    Path timing = folder.resolve(SearchFolder.TIMING);
    if (Files.exists(timing)) {
      SearchCharts.stepTime(List.of(SearchSheet.read("search", timing))).ifPresent(charts::add);
    }
    ChartFolder.write(
        folder.resolve("curves"),
        charts,
        StandInWords.headline(SearchCurves.standIn(folder, table)));
    return file;
  }
}
