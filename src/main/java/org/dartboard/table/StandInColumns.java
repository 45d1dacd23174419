package org.dartboard.table;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.dartboard.space.Cell;
import org.dartboard.space.NetworkCost;

/**
 * The columns of NAS-Bench-201, answered by the embedded table. An architecture's index is the
 * ordinal of its cell.
 *
 * <p>All four datasets are the one generated data set. 12 epochs are the short horizon and 200 the
 * end; {@code valid} is the validation images, {@code test} the test images, {@code valtest} the
 * mean of both. Seeds 777, 888 and 999 are the first three seeds. Parameters and FLOPs are those of
 * the benchmark's own networks, which follow from the cell; seconds of training are modelled as a
 * constant and a share of the FLOPs, as no GPU was measured.
 */
final class StandInColumns {
  /** Seconds of an epoch that every network takes, on half of the training images. */
  private static final double BASE_SECONDS = 5;

  /** Further seconds for each million multiply-adds of an image. */
  private static final double SECONDS_PER_MILLION = 0.07;

  private static final List<String> SEED_NAMES = List.of("s777", "s888", "s999");

  private final EmbeddedTable embedded;
  private final Map<TablePart, Columns> parts = new EnumMap<>(TablePart.class);

  StandInColumns(EmbeddedTable embedded) {
    this.embedded = embedded;
  }

  Nb201Table table() {
    parts.put(TablePart.ARCHITECTURES, architectures());
    parts.put(TablePart.ACCURACIES, accuracies());
    parts.put(TablePart.SEEDS, seeds());
    parts.put(TablePart.COSTS, costs());
    return new Nb201Table(
        new TableData(embedded.folder(), TablePart.all(), Map.copyOf(parts)), TableSource.EMBEDDED);
  }

  private Columns architectures() {
    int[] lowest = new int[Cell.COUNT];
    int[] sizes = new int[Cell.COUNT];
    Arrays.fill(lowest, -1);
    for (int ordinal = 0; ordinal < Cell.COUNT; ordinal++) {
      int representative = representative(ordinal).ordinal();
      sizes[representative]++;
      if (lowest[representative] < 0) {
        lowest[representative] = ordinal;
      }
    }
    return new Columns(
        TablePart.ARCHITECTURES,
        Map.of(
            "index", column(ordinal -> ordinal),
            "ops", column(ordinal -> ordinal),
            "arch_str", column(ordinal -> ordinal),
            "iso_rep", column(ordinal -> lowest[representative(ordinal).ordinal()]),
            "iso_size", column(ordinal -> sizes[representative(ordinal).ordinal()])));
  }

  private Columns accuracies() {
    Map<String, double[]> columns = new HashMap<>();
    columns.put("index", column(ordinal -> ordinal));
    columns.put("ops", column(ordinal -> ordinal));
    columns.put("n_seeds_200", column(ordinal -> embedded.seeds().size()));
    for (AccuracyKey key : AccuracyKey.all()) {
      columns.put(key.columnName(), mean(figure(key)));
    }
    return new Columns(TablePart.ACCURACIES, columns);
  }

  private Columns seeds() {
    Map<String, double[]> columns = new HashMap<>();
    columns.put("index", column(ordinal -> ordinal));
    int count = embedded.seeds().size();
    columns.put("n_seeds_200", column(ordinal -> count));
    columns.put("c10_test_n_v11", column(ordinal -> Math.min(count, SEED_NAMES.size())));
    columns.put("c10_test_residual", column(ordinal -> Double.NaN));
    for (int seed = 0; seed < SEED_NAMES.size(); seed++) {
      String name = SEED_NAMES.get(seed);
      columns.put("c10v_valid_" + name, ofSeed(seed, EmbeddedFigures::validation));
      columns.put("c100_valtest_" + name, ofSeed(seed, StandInColumns::both));
      columns.put("in16_valtest_" + name, ofSeed(seed, StandInColumns::both));
      columns.put("c10_test_t" + (seed + 1), ofSeed(seed, EmbeddedFigures::test));
    }
    return new Columns(TablePart.SEEDS, columns);
  }

  private Columns costs() {
    Map<String, double[]> columns = new HashMap<>();
    columns.put("index", column(ordinal -> ordinal));
    for (Dataset dataset : Dataset.values()) {
      double[] parameters = new double[Cell.COUNT];
      double[] flops = new double[Cell.COUNT];
      for (int ordinal = 0; ordinal < Cell.COUNT; ordinal++) {
        NetworkCost cost = NetworkCost.of(new Cell(ordinal), dataset.network());
        parameters[ordinal] = cost.parameters() / 1e6;
        flops[ordinal] = cost.flops() / 1e6;
      }
      columns.put(Costs.parametersColumn(dataset), parameters);
      columns.put(Costs.storedFlopsColumn(dataset), flops);
      if (dataset == Dataset.CIFAR10) {
        columns.put(Costs.STORED_PARAMETERS, parameters);
      }
    }
    columns.put(Costs.PARAMETERS_MISMATCH, new double[Cell.COUNT]);
    columns.put(Costs.FLOPS_MISMATCH, new double[Cell.COUNT]);
    double[] flops = Objects.requireNonNull(columns.get(Costs.storedFlopsColumn(Dataset.CIFAR10)));
    for (Dataset dataset : Dataset.values()) {
      double factor =
          switch (dataset) {
            case CIFAR10_VALID -> 1;
            case CIFAR10, CIFAR100 -> 2;
            case IMAGENET16_120 -> 6;
          };
      columns.put(
          "epoch_s_" + dataset.column(),
          column(ordinal -> factor * (BASE_SECONDS + SECONDS_PER_MILLION * flops[ordinal])));
    }
    return new Columns(TablePart.COSTS, columns);
  }

  private static ToDoubleFunction<EmbeddedFigures> figure(AccuracyKey key) {
    boolean atTheEnd = key.epochs() == Epochs.TWO_HUNDRED;
    return switch (key.split()) {
      case VALID -> atTheEnd ? EmbeddedFigures::validation : EmbeddedFigures::shortValidation;
      case TEST -> atTheEnd ? EmbeddedFigures::test : EmbeddedFigures::shortTest;
      case VALTEST -> StandInColumns::both;
    };
  }

  /** Validation and test images have the same number, so this is the accuracy on all of them. */
  private static double both(EmbeddedFigures figures) {
    return (figures.validation() + figures.test()) / 2;
  }

  private double[] mean(ToDoubleFunction<EmbeddedFigures> figure) {
    return column(
        ordinal -> {
          Cell cell = representative(ordinal);
          return embedded.seeds().stream()
              .mapToDouble(seed -> figure.applyAsDouble(seed.of(cell)))
              .average()
              .orElseThrow();
        });
  }

  private double[] ofSeed(int seed, ToDoubleFunction<EmbeddedFigures> figure) {
    if (seed >= embedded.seeds().size()) {
      return column(ordinal -> Double.NaN);
    }
    EmbeddedSeed figures = embedded.seeds().get(seed);
    return column(ordinal -> figure.applyAsDouble(figures.of(representative(ordinal))));
  }

  private Cell representative(int ordinal) {
    return embedded.classes().representative(new Cell(ordinal));
  }

  private static double[] column(IntToDoubleFunction value) {
    double[] column = new double[Cell.COUNT];
    Arrays.setAll(column, value);
    return column;
  }
}
