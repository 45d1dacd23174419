package org.dartboard.reproduce;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dartboard.claim.Procedure;
import org.dartboard.engine.Precision;
import org.dartboard.report.data.Entry;
import org.dartboard.run.FinishedTraining;
import org.dartboard.run.Ledger;

/** Says of a claim's trainings which precision they were made in, and how much that matters. */
final class TrainingPrecisions {
  private TrainingPrecisions() {}

  /** How many trainings count in each precision, and those that were made in several. */
  static List<Entry> entries(Procedure.Training procedure, Ledger ledger) throws IOException {
    Map<Precision, Integer> counts = new LinkedHashMap<>();
    List<Entry> twice = new ArrayList<>();
    for (TrainingOrder order : TrainingOrder.of(procedure)) {
      Map<Precision, FinishedTraining> made = made(order, ledger);
      made.keySet().stream()
          .findFirst()
          .ifPresent(precision -> counts.merge(precision, 1, Integer::sum));
      if (made.size() > 1) {
        twice.add(comparison(order, made));
      }
    }
    List<Entry> entries = new ArrayList<>();
    entries.add(
        new Entry(
            "precision of the trainings here",
            counts.entrySet().stream()
                .map(count -> count.getValue() + " in " + count.getKey().label())
                .collect(Collectors.joining(", "))));
    entries.addAll(twice);
    return entries;
  }

  private static Map<Precision, FinishedTraining> made(TrainingOrder order, Ledger ledger)
      throws IOException {
    Map<Precision, FinishedTraining> made = new LinkedHashMap<>();
    for (Precision precision : order.precisions()) {
      order.finished(ledger, precision).ifPresent(training -> made.put(precision, training));
    }
    return made;
  }

  private static Entry comparison(TrainingOrder order, Map<Precision, FinishedTraining> made) {
    return new Entry(
        "cell %s, seed %d, in each precision"
            .formatted(order.task().cell().code(), order.task().seed()),
        made.entrySet().stream()
            .map(
                each ->
                    String.format(
                        Locale.ROOT,
                        "%.2f %% in %s",
                        each.getValue().validationAccuracy(),
                        each.getKey().label()))
            .collect(Collectors.joining(", ")));
  }
}
