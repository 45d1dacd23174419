package org.dartboard.reproduce;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dartboard.claim.Claim;
import org.dartboard.claim.Measured;
import org.dartboard.claim.Procedure;
import org.dartboard.claim.Target;
import org.dartboard.report.data.Entry;
import org.dartboard.search.SearchProtocol;

/**
 * Measures {@link Procedure.Sensitivity}: searches with altered rewards or costs against the same
 * searches unaltered.
 */
final class SensitivityMeasurement {
  private final CellFigures figures;
  private final SearchTrials trials;
  private final Orders orders;

  SensitivityMeasurement(CellFigures figures, SearchTrials trials, Orders orders) {
    this.figures = figures;
    this.trials = trials;
    this.orders = orders;
  }

  Measurements measure(Claim claim, Procedure.Sensitivity procedure)
      throws IOException, InterruptedException {
    List<Measured> measured = new ArrayList<>();
    List<SearchBatch> batches = new ArrayList<>();
    for (String method : procedure.methods()) {
      SearchOrder order = orders.search(claim, method, procedure.budgetSeconds(), Map.of());
      SearchBatch unaltered = trials.runs(order);
      batches.add(unaltered);
      for (Procedure.Variant variant : procedure.variants()) {
        SearchBatch altered = trials.runs(altered(order, variant));
        batches.add(altered);
        String label = Procedure.Sensitivity.targetLabel(method, variant.label());
        for (Target target : claim.targets()) {
          if (target.label().equals(label)) {
            measured.add(
                new Measured(
                    target,
                    figures.of(altered.found(), CellFigures.column(target)),
                    0,
                    figures.of(unaltered.found(), CellFigures.column(target))));
          }
        }
      }
    }
    return new Measurements(measured, List.of(), configuration(procedure, batches), batches);
  }

  /** The altered search, under other seeds, so that its runs are independent of the unaltered. */
  private static SearchOrder altered(SearchOrder order, Procedure.Variant variant) {
    SearchProtocol protocol =
        order
            .protocol()
            .withRewardNoise(variant.rewardNoise())
            .withEvaluationShare(variant.evaluationShare());
    return new SearchOrder(
        order.search(), protocol, order.scope() + "/" + variant.label(), order.runs());
  }

  private static List<Entry> configuration(
      Procedure.Sensitivity procedure, List<SearchBatch> batches) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("methods", String.join(", ", procedure.methods()));
    entries.put("budgetSeconds", Double.toString(procedure.budgetSeconds()));
    for (Procedure.Variant variant : procedure.variants()) {
      entries.put(
          variant.label(),
          "reward noise %s points, evaluation share %s"
              .formatted(variant.rewardNoise(), variant.evaluationShare()));
    }
    entries.put("runs of each", Integer.toString(batches.get(0).traces().size()));
    return entries.entrySet().stream()
        .map(entry -> new Entry(entry.getKey(), entry.getValue()))
        .toList();
  }
}
