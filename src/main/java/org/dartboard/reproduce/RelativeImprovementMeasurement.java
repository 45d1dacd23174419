package org.dartboard.reproduce;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dartboard.claim.Claim;
import org.dartboard.claim.Column;
import org.dartboard.claim.Measured;
import org.dartboard.claim.Procedure;
import org.dartboard.claim.Target;
import org.dartboard.report.data.Chart;

/**
 * Measures {@link Procedure.RelativeImprovement}.
 *
 * <p>RI = 100 (a - r) / r (Yang, Esperança and Carlucci, ICLR 2020), where a is the accuracy of the
 * cell that a run ended with and r the mean accuracy of the whole space. The paper estimates r from
 * eight random architectures; the table gives it exactly.
 */
final class RelativeImprovementMeasurement {
  private static final double PERCENT = 100;

  private final CellFigures figures;
  private final SearchTrials trials;
  private final Orders orders;

  RelativeImprovementMeasurement(CellFigures figures, SearchTrials trials, Orders orders) {
    this.figures = figures;
    this.trials = trials;
    this.orders = orders;
  }

  Measurements measure(Claim claim, Procedure.RelativeImprovement procedure)
      throws IOException, InterruptedException {
    SearchBatch batch =
        trials.runs(
            orders.search(
                claim, procedure.method(), procedure.budgetSeconds(), procedure.hyperparameters()));
    Map<String, List<Double>> shown = new LinkedHashMap<>();
    List<Measured> measured =
        claim.targets().stream()
            .map(
                target -> {
                  List<Double> improvements = improvements(batch, CellFigures.column(target));
                  shown.put(heading(target), improvements);
                  return Measured.runs(target, improvements, 0);
                })
            .toList();
    Chart chart =
        RunCharts.values(
            "runs",
            "Improvement over the mean cell, run by run",
            "dataset and split",
            "relative improvement, %",
            batch.method().title(),
            claim.rule(),
            List.copyOf(shown.keySet()),
            shown::get);
    return new Measurements(
        measured, List.of(chart), TableSearchMeasurement.configuration(batch), List.of(batch));
  }

  private List<Double> improvements(SearchBatch batch, Column column) {
    double reference = figures.mean(column);
    return figures.of(batch.found(), column).stream()
        .map(accuracy -> PERCENT * (accuracy - reference) / reference)
        .toList();
  }

  private static String heading(Target target) {
    Column column = CellFigures.column(target);
    return column.dataset().label() + " " + column.split().label();
  }
}
