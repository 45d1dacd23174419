package org.dartboard.importing.nats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dartboard.importing.CellColumns;
import org.dartboard.importing.CostColumns;
import org.dartboard.importing.TableText;
import org.dartboard.space.Cell;
import org.dartboard.table.LearningCurves.Measure;
import org.dartboard.table.TablePart;

/**
 * The table's files, of figures that records bring one by one.
 *
 * <p>Threads may add records at the same time; each has its own row.
 */
final class NatsTables {
  private static final int[] SEEDS = {777, 888, 999};
  private static final String VALID = "cifar10-valid";
  private static final String CIFAR_10 = "cifar10";
  private static final String CIFAR_100 = "cifar100";
  private static final String IMAGE_NET = "ImageNet16-120";

  private final Cell[] cells;
  private final int[] trainings;
  private final double[] parameters;
  private final double[][] flops;
  private final double[][] seconds;
  private final List<Accuracy> accuracies = new ArrayList<>();
  private final List<Accuracy> bySeed = new ArrayList<>();

  /** A column of accuracies: the mean over the trainings that count, at their last epoch. */
  private static final class Accuracy {
    private final String column;
    private final int budget;
    private final String dataset;
    private final Measure measure;

    /** Only this seed counts; 0 for all. */
    private final int seed;

    private final double[] values;

    Accuracy(String column, int budget, String dataset, Measure measure, int seed, int rows) {
      this.column = column;
      this.budget = budget;
      this.dataset = dataset;
      this.measure = measure;
      this.seed = seed;
      this.values = new double[rows];
    }

    void add(int row, NatsRecord record) {
      values[row] =
          record.trainings(budget, dataset).stream()
              .filter(training -> seed == 0 || training.seed() == seed)
              .mapToDouble(training -> training.last(measure))
              .average()
              .orElse(Double.NaN);
    }
  }

  NatsTables(int rows) {
    cells = new Cell[rows];
    trainings = new int[rows];
    parameters = new double[rows];
    flops = new double[3][rows];
    seconds = new double[4][rows];
    for (int budget : new int[] {200, 12}) {
      mean("c10v_valid_", budget, VALID, Measure.X_VALID_ACC);
      mean("c10_test_", budget, CIFAR_10, Measure.ORI_TEST_ACC);
      mean("c100_valid_", budget, CIFAR_100, Measure.X_VALID_ACC);
      mean("c100_test_", budget, CIFAR_100, Measure.X_TEST_ACC);
      mean("in16_valid_", budget, IMAGE_NET, Measure.X_VALID_ACC);
      mean("in16_test_", budget, IMAGE_NET, Measure.X_TEST_ACC);
    }
    mean("c100_valtest_", 200, CIFAR_100, Measure.ORI_TEST_ACC);
    mean("in16_valtest_", 200, IMAGE_NET, Measure.ORI_TEST_ACC);
    for (int seed : SEEDS) {
      bySeed("c10v_valid_s", VALID, Measure.X_VALID_ACC, seed);
      bySeed("c100_valtest_s", CIFAR_100, Measure.ORI_TEST_ACC, seed);
      bySeed("in16_valtest_s", IMAGE_NET, Measure.ORI_TEST_ACC, seed);
    }
  }

  private void mean(String prefix, int budget, String dataset, Measure measure) {
    accuracies.add(new Accuracy(prefix + budget, budget, dataset, measure, 0, cells.length));
  }

  private void bySeed(String prefix, String dataset, Measure measure, int seed) {
    bySeed.add(new Accuracy(prefix + seed, 200, dataset, measure, seed, cells.length));
  }

  /** Takes a record's figures into a row. */
  void add(int row, NatsRecord record) {
    cells[row] = record.cell();
    trainings[row] = record.trainings(200, VALID).size();
    accuracies.forEach(column -> column.add(row, record));
    bySeed.forEach(column -> column.add(row, record));
    parameters[row] =
        record.trainings(200, VALID).stream()
            .filter(training -> training.seed() == SEEDS[0])
            .mapToDouble(NatsTraining::parameters)
            .findFirst()
            .orElse(Double.NaN);
    List<String> networks = List.of(VALID, CIFAR_100, IMAGE_NET);
    for (int network = 0; network < networks.size(); network++) {
      flops[network][row] = mean(record, networks.get(network), NatsTraining::flops);
    }
    List<String> datasets = List.of(VALID, CIFAR_10, CIFAR_100, IMAGE_NET);
    for (int dataset = 0; dataset < datasets.size(); dataset++) {
      seconds[dataset][row] = mean(record, datasets.get(dataset), NatsTraining::secondsPerEpoch);
    }
  }

  private static double mean(
      NatsRecord record, String dataset, ToDoubleFunction<NatsTraining> figure) {
    return record.trainings(200, dataset).stream().mapToDouble(figure).average().orElse(Double.NaN);
  }

  /** The files, when every row is there. */
  List<TableText> files() {
    CellColumns columns = new CellColumns(Arrays.asList(cells));
    TableText means =
        columns
            .start(TablePart.ACCURACIES)
            .texts("ops", columns::code)
            .whole("n_seeds_200", trainings);
    accuracies.forEach(column -> means.decimals(column.column, column.values));
    TableText seeds = columns.start(TablePart.SEEDS).whole("n_seeds_200", trainings);
    bySeed.forEach(column -> seeds.decimals(column.column, column.values));
    return List.of(
        columns.architectures(),
        means,
        seeds,
        CostColumns.of(columns, new CostColumns.Stored(parameters, flops, seconds)));
  }
}
