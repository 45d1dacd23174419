package org.dartboard.reproduce;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dartboard.report.data.Chart;

/** Everything that the searches of a paper's page have logged, drawn over their epochs. */
final class PaperCurves {
  /** As many lines as can be told apart in one chart. */
  private static final int SERIES = 6;

  /** What no curve is drawn of: the epoch, its stage, cells, and what has a chart of its own. */
  private static final Set<String> NO_CURVE = Set.of("epoch", "stage", "cell");

  /** What follows from a log and the table, drawn before what the log has. */
  private static final List<String> FOLLOWING =
      List.of(
          SearchLog.REGRET,
          SearchLog.REGRET_CIFAR100,
          SearchLog.REGRET_IMAGENET,
          SearchLog.SKIPS,
          SearchLog.SKIP_WEIGHT,
          SearchLog.ALPHA_SPREAD,
          SearchLog.KENDALL,
          SearchLog.SPEARMAN);

  private final ArmCurves curves;

  PaperCurves(CellFigures figures) {
    this.curves = new ArmCurves(figures);
  }

  /**
   * Every column that a log has, and the weights of each search's operations and edges.
   *
   * @param groups of searches between which no claim compares
   */
  List<Chart> of(List<List<SharedArms.Placed>> groups) {
    List<ArmRuns> begun =
        groups.stream().flatMap(List::stream).map(search -> search.arm().runs()).toList();
    List<List<ArmRuns>> parts = parts(groups);
    List<Chart> charts = new ArrayList<>();
    for (String column : columns(begun)) {
      // Parts in which no search has the column leave no gap in the numbers.
      charts.addAll(
          ChartParts.of(
              parts.stream()
                  .map(part -> curves.of(column, part))
                  .flatMap(Optional::stream)
                  .toList()));
    }
    for (int arm = 0; arm < begun.size(); arm++) {
      curves.weights("weights-" + (arm + 1), begun.get(arm)).ifPresent(charts::add);
      charts.addAll(EdgeCharts.of(arm + 1, begun.get(arm)));
    }
    return charts;
  }

  private static Set<String> columns(List<ArmRuns> arms) {
    Set<String> columns = new LinkedHashSet<>(FOLLOWING);
    for (ArmRuns arm : arms) {
      for (ArmRuns.Run run : arm.runs()) {
        run.log().columns().stream()
            .filter(column -> !NO_CURVE.contains(column) && !column.matches("(alpha|p|q)_\\d-.*"))
            .forEach(columns::add);
      }
    }
    return columns;
  }

  /** As many searches in one chart as can be told apart; those of a group together if they fit. */
  private static List<List<ArmRuns>> parts(List<List<SharedArms.Placed>> groups) {
    List<List<ArmRuns>> parts = new ArrayList<>();
    int room = 0;
    for (List<SharedArms.Placed> group : groups) {
      boolean together = group.size() <= SERIES;
      for (int i = 0; i < group.size(); i++) {
        if (room == 0 || (i == 0 && together && group.size() > room)) {
          parts.add(new ArrayList<>());
          room = SERIES;
        }
        parts.get(parts.size() - 1).add(group.get(i).arm().runs());
        room--;
      }
    }
    return parts;
  }
}
