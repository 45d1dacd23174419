package org.dartboard.search.supernet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;

/**
 * What one epoch came to, as a line of the log.
 *
 * @param number from 1, over all stages
 * @param stage from 1
 * @param learningRate of the weights
 * @param trainingLoss mean over the weight steps' batches, in nats
 * @param trainingAccuracy of the same, in percent
 * @param validationLoss mean over the architecture steps' batches; NaN where there were none
 * @param validationAccuracy of the same, in percent
 * @param diagnosis what was measured beside the search
 * @param policy where the architecture stands
 */
record EpochSummary(
    int number,
    int stage,
    double learningRate,
    double trainingLoss,
    double trainingAccuracy,
    double validationLoss,
    double validationAccuracy,
    EpochDiagnosis diagnosis,
    SearchPolicy policy) {
  List<String> columns() {
    return columns(diagnosis.measurements().keySet(), policy);
  }

  /**
   * The log's columns.
   *
   * @param measured those of what is measured beside the search
   */
  static List<String> columns(Collection<String> measured, SearchPolicy policy) {
    List<String> columns =
        new ArrayList<>(
            List.of(
                "epoch",
                "stage",
                "learning_rate",
                "training_loss",
                "training_accuracy",
                "validation_loss",
                "validation_accuracy",
                "cell",
                "skips"));
    for (String prefix : List.of("alpha", "p")) {
      for (Edge edge : Edge.all()) {
        for (Operation operation : Operation.values()) {
          columns.add(prefix + "_" + name(edge) + "_" + operation.label());
        }
      }
    }
    Edge.all().forEach(edge -> columns.add("q_" + name(edge)));
    columns.addAll(measured);
    columns.addAll(policy.measurements().keySet());
    return columns;
  }

  List<String> values() {
    Optional<Cell> cell = policy.currentCell();
    List<String> values = new ArrayList<>();
    values.add(Integer.toString(number));
    values.add(Integer.toString(stage));
    values.add(text(learningRate));
    values.add(text(trainingLoss));
    values.add(text(trainingAccuracy));
    values.add(text(validationLoss));
    values.add(text(validationAccuracy));
    values.add(cell.map(Cell::code).orElse(""));
    values.add(cell.map(found -> Integer.toString(found.count(Operation.SKIP_CONNECT))).orElse(""));
    add(values, policy.alpha(), Edge.COUNT * Operation.COUNT);
    add(values, policy.operationWeights(), Edge.COUNT * Operation.COUNT);
    add(values, policy.edgeWeights(), Edge.COUNT);
    add(values, diagnosis.measurements());
    add(values, policy.measurements());
    return values;
  }

  /** The columns of the fixed random cells' scores; a cell's column is its op code. */
  List<String> scoreColumns() {
    List<String> columns = new ArrayList<>(List.of("epoch", "stage"));
    diagnosis.cells().forEach(cell -> columns.add(cell.code()));
    return columns;
  }

  /** The scores, in percent. */
  List<String> scoreValues() {
    List<String> values =
        new ArrayList<>(List.of(Integer.toString(number), Integer.toString(stage)));
    diagnosis.cellScores().forEach(score -> values.add(text(score)));
    return values;
  }

  private static void add(List<String> values, Map<String, Double> measurements) {
    for (Map.Entry<String, Double> measurement : measurements.entrySet()) {
      values.add(text(measurement.getValue()));
    }
  }

  private static void add(List<String> values, double[] numbers, int places) {
    for (int i = 0; i < places; i++) {
      values.add(numbers.length == 0 ? "" : text(numbers[i]));
    }
  }

  private static String name(Edge edge) {
    return edge.source() + "-" + edge.target();
  }

  /** The shortest text that reads as the same number; nothing where there is none. */
  private static String text(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
  }
}
