package org.dartboard.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dartboard.claim.Column;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ChartForm;
import org.dartboard.report.data.Mark;
import org.dartboard.report.data.SeriesPoint;
import org.dartboard.report.data.ValueRange;

/**
 * The found cells' distance to the best of the table: a row a search, a dot a seed. A search stands
 * below the one that claims hold it against, with a dash before its name.
 */
final class RegretChart {
  private final CellFigures figures;
  private final Column column;

  /**
   * @param column whose accuracy it is, in points
   */
  RegretChart(CellFigures figures, Column column) {
    this.figures = figures;
    this.column = column;
  }

  /** Of searches in groups between which no claim compares; empty where none has a cell. */
  Optional<Chart> of(List<List<SharedArms.Placed>> groups) {
    List<SeriesPoint> points = new ArrayList<>();
    StringBuilder text = new StringBuilder(RunCharts.lead("Each seed", ValueRange.FROM_ZERO));
    if (groups.stream().flatMap(List::stream).anyMatch(search -> search.depth() > 0)) {
      text.append(
          " A search with a dash before its name is held, by some claim, against one above it that"
              + " has none; one with two dashes against one that has one.");
    }
    text.append(
        " A claim counts seeds from 0 up to the number of runs that its page names, though more may"
            + " be there for another claim.");
    List<String> undecisive = new ArrayList<>();
    double best = figures.best(column);
    for (SharedArms.Placed search : groups.stream().flatMap(List::stream).toList()) {
      List<Double> regrets = new ArrayList<>();
      for (ArmRuns.Run run : search.arm().runs().runs()) {
        if (run.trial().cell() != null) {
          regrets.add(best - figures.of(run.trial().cell(), column));
        }
      }
      if (regrets.isEmpty()) {
        continue;
      }
      String category = "– ".repeat(search.depth()) + search.name();
      text.append(
          RunCharts.addRuns(
              points, "seed", category, search.name(), regrets, ValueRange.FROM_ZERO));
      search
          .arm()
          .published()
          .ifPresent(
              figure -> {
                points.add(
                    SeriesPoint.published(
                        "published", category, best - figure.value(), null, null));
                if (!figure.isTrusted()) {
                  undecisive.add(search.name());
                }
              });
    }
    if (points.stream().anyMatch(point -> point.mark() == Mark.PUBLISHED)) {
      text.append(" Published figures are of searches at full size.");
    }
    if (!undecisive.isEmpty()) {
      text.append(
          " Those of these searches decide nothing, since too little is known of them: "
              + String.join("; ", undecisive)
              + ".");
    }
    return points.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Chart(
                    "regret",
                    ChartForm.DOTS,
                    "Distance of the found cells to the best of the table, CIFAR-10 test",
                    "search",
                    "points of CIFAR-10 test accuracy",
                    text.toString(),
                    false,
                    points)
                .within(ValueRange.FROM_ZERO));
  }
}
