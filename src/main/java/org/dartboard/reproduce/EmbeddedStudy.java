package org.dartboard.reproduce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dartboard.embedded.EmbeddedStatistics;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ChartForm;
import org.dartboard.report.data.SeriesPoint;
import org.dartboard.report.data.Study;
import org.dartboard.table.EmbeddedTable;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.TableSource;

/**
 * The page on the embedded table: spread, noise, best cell, and how far it is like the real one.
 */
public final class EmbeddedStudy {
  private EmbeddedStudy() {}

  /**
   * The page.
   *
   * @param published NAS-Bench-201 with accuracies, for the rank correlations; empty where it is
   *     not there
   */
  public static Study of(EmbeddedTable embedded, Optional<Nb201Table> published) {
    EmbeddedStatistics statistics = new EmbeddedStatistics(embedded);
    Map<String, String> facts = new LinkedHashMap<>(statistics.ofTheTable());
    published.ifPresent(table -> facts.putAll(statistics.against(table)));
    return new Study(
        "embedded-table",
        "What stands in where NAS-Bench-201 is missing",
        "A table of all 15,625 cells that Dartboard computed itself, so that every command, search and"
            + " page runs on any machine.",
        "Images, network and schedule were chosen by pilots on 24 to 60 cells, and the network a"
            + " second time: a first table was computed in full, from two seeds, and in it cells of"
            + " skip connections alone did not fail as they do in NAS-Bench-201 after 200 epochs. So"
            + " the blocks between the stages became average pooling and a 1x1 convolution alone,"
            + " the schedule was chosen by new pilots, which were held against NAS-Bench-201, and"
            + " the table was computed anew. docs/embedded.md tells what was tried.",
        "Every command can be tried on the table; nothing that is found on it says anything about"
            + " CIFAR-10. How far its ranks go along with those of NAS-Bench-201 "
            + (published.isPresent()
                ? "stands at the end of the figures below."
                : "is not shown, since the published table is not there."),
        "scripts/dartboard embedded build --seeds %d --out nasbench201-data/embedded"
            .formatted(embedded.seeds().size()),
        List.of("what", "value"),
        facts.entrySet().stream().map(fact -> List.of(fact.getKey(), fact.getValue())).toList(),
        List.of(histogram(statistics)),
        TableSource.EMBEDDED.warning());
  }

  private static Chart histogram(EmbeddedStatistics statistics) {
    List<SeriesPoint> points = new ArrayList<>();
    double from = 0;
    for (int cells : statistics.histogram()) {
      points.add(SeriesPoint.line("cells", from, cells));
      from += EmbeddedStatistics.BIN;
      points.add(SeriesPoint.line("cells", from, cells));
    }
    return new Chart(
        "histogram",
        ChartForm.CURVE,
        "Test accuracies of all cells in the embedded table",
        "test accuracy, %",
        "cells",
        "A histogram of the 15,625 cells' mean test accuracies in steps of 4 %.",
        false,
        points);
  }
}
