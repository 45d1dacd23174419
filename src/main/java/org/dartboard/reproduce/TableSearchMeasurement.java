package org.dartboard.reproduce;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dartboard.claim.Claim;
import org.dartboard.claim.Column;
import org.dartboard.claim.Measured;
import org.dartboard.claim.Procedure;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.Entry;
import org.dartboard.table.Dataset;
import org.dartboard.table.Epochs;
import org.dartboard.table.Split;

/** Measures {@link Procedure.TableSearch}: what the cells are worth that a search ends with. */
final class TableSearchMeasurement {
  /** The method that every other is shown beside. */
  private static final String BASELINE = "random-search";

  private static final Column CIFAR10_VALID =
      new Column(Dataset.CIFAR10_VALID, Split.VALID, Epochs.TWO_HUNDRED);
  private static final Column CIFAR10_TEST =
      new Column(Dataset.CIFAR10, Split.TEST, Epochs.TWO_HUNDRED);

  private final CellFigures figures;
  private final SearchTrials trials;
  private final Orders orders;

  TableSearchMeasurement(CellFigures figures, SearchTrials trials, Orders orders) {
    this.figures = figures;
    this.trials = trials;
    this.orders = orders;
  }

  Measurements measure(Claim claim, Procedure.TableSearch procedure)
      throws IOException, InterruptedException {
    SearchBatch batch =
        trials.runs(
            orders.search(
                claim, procedure.method(), procedure.budgetSeconds(), procedure.hyperparameters()));
    List<Measured> measured =
        claim.targets().stream()
            .map(
                target ->
                    Measured.runs(target, figures.of(batch.found(), CellFigures.column(target)), 0))
            .toList();
    List<SearchBatch> shown = new ArrayList<>(List.of(batch));
    if (!batch.method().name().equals(BASELINE)) {
      shown.add(trials.runs(orders.search(claim, BASELINE, procedure.budgetSeconds(), Map.of())));
    }
    List<Chart> charts =
        List.of(
            new AnytimeChart(figures, CIFAR10_TEST, procedure.budgetSeconds()).of(shown),
            RunCharts.accuracies(
                "runs", figures, batch, List.of(CIFAR10_VALID, CIFAR10_TEST), claim.targets()));
    return new Measurements(measured, charts, configuration(batch), List.of(batch));
  }

  /** What was run, for the reader. */
  static List<Entry> configuration(SearchBatch batch) {
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry("method", batch.method().title()));
    entries.add(new Entry("source", batch.method().paper()));
    batch.configuration().settings().forEach((key, value) -> entries.add(new Entry(key, value)));
    entries.add(new Entry("runs", Integer.toString(batch.traces().size())));
    entries.add(
        new Entry(
            "mean evaluations a run", String.format(Locale.ROOT, "%.1f", batch.meanEvaluations())));
    entries.add(new Entry("configuration digest", batch.configuration().digest()));
    return entries;
  }
}
