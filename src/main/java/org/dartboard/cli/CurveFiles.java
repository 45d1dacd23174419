package org.dartboard.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dartboard.io.AtomicFiles;
import org.dartboard.report.curves.ChartFolder;
import org.dartboard.report.curves.SearchCharts;
import org.dartboard.report.curves.SearchSheet;
import org.dartboard.report.data.StandInWords;
import org.dartboard.reproduce.SearchCurves;
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
    ChartFolder.write(
        folder.resolve("curves"),
        SearchCharts.all(List.of(SearchSheet.parse("search", curves, file.toString()))),
        StandInWords.headline(SearchCurves.standIn(folder, table)));
    return file;
  }
}
