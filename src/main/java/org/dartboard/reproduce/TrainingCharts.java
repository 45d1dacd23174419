package org.dartboard.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dartboard.claim.Column;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ChartForm;
import org.dartboard.report.data.SeriesPoint;

/** What was trained here against what the table has, and the differences of both. */
final class TrainingCharts {
  private static final String OWN = "trained here";
  private static final String TABLE = "the table";

  private TrainingCharts() {}

  /**
   * Both charts.
   *
   * @param trained at least one cell
   * @param noise how far a training may be from the table's figure by chance, in points
   */
  static List<Chart> of(TrainedCells trained, Column column, double noise) {
    return List.of(accuracies(trained, column, noise), differences(trained, column, noise));
  }

  private static Chart accuracies(TrainedCells trained, Column column, double noise) {
    List<SeriesPoint> points = new ArrayList<>();
    for (TrainedCells.Pair pair : trained.pairs()) {
      points.add(SeriesPoint.dot(OWN, pair.table(), pair.mean()));
      points.add(SeriesPoint.line(TABLE, pair.table(), pair.table()));
      points.add(SeriesPoint.band(TABLE, pair.table(), pair.table() - noise, pair.table() + noise));
    }
    return new Chart(
        "own-against-table",
        ChartForm.CURVE,
        "Trained here against the table",
        column + ", the table, %",
        "trained here, %",
        String.format(
            Locale.ROOT,
            "%s The band around the table's figure is %.2f points to each side, the limits of"
                + " noise.",
            sentence(trained, noise),
            noise),
        false,
        points);
  }

  private static Chart differences(TrainedCells trained, Column column, double noise) {
    List<SeriesPoint> points = new ArrayList<>();
    for (TrainedCells.Pair pair : trained.pairs()) {
      points.add(SeriesPoint.dot(OWN, pair.table(), pair.difference()));
      points.add(SeriesPoint.line(TABLE, pair.table(), 0));
      points.add(SeriesPoint.band(TABLE, pair.table(), -noise, noise));
    }
    return new Chart(
        "difference-to-table",
        ChartForm.CURVE,
        "Difference to the table",
        column + ", the table, %",
        "trained here minus the table, points",
        sentence(trained, noise),
        false,
        points);
  }

  private static String sentence(TrainedCells trained, double noise) {
    long within =
        trained.pairs().stream().filter(pair -> Math.abs(pair.difference()) <= noise).count();
    return String.format(
        Locale.ROOT,
        "%d cells, ordered by the table's accuracy, %.1f %% to %.1f %%; %d of them are within the"
            + " noise.",
        trained.pairs().size(),
        trained.pairs().get(0).table(),
        trained.pairs().get(trained.pairs().size() - 1).table(),
        within);
  }
}
