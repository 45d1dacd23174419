package org.dartboard.importing.copies;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dartboard.importing.CellColumns;
import org.dartboard.importing.CostColumns;
import org.dartboard.importing.ImportException;
import org.dartboard.importing.TableText;
import org.dartboard.table.TablePart;

/**
 * Makes the table's files of the public copies of the benchmark's figures.
 *
 * <p>They hold the architectures, all accuracies, figures by seed, and costs. Latencies and
 * zero-cost proxies are in none of them.
 */
public final class PublicCopies {
  /** The name of the copies' folder below a data root. */
  public static final String FOLDER = "nasbench201-raw";

  private final CsvCopy tests;
  private final CsvCopy validations;
  private final PerformanceCopy cifar10;
  private final PerformanceCopy cifar100;
  private final PerformanceCopy imageNet;
  private final SeedCopy seeds;
  private final TrialCopy trials;
  private final TwelveEpochCopy twelve;
  private final CellOrder order;
  private final CellColumns cells;

  private PublicCopies(Path folder) throws IOException {
    tests = CsvCopy.read(folder.resolve("nats_bench.csv"));
    validations = CsvCopy.read(folder.resolve("tss.csv"));
    cifar10 = PerformanceCopy.read(folder.resolve("cifar10_perfmetrics.txt"));
    cifar100 = PerformanceCopy.read(folder.resolve("cifar100_perfmetrics.txt"));
    imageNet = PerformanceCopy.read(folder.resolve("imagenet_perfmetrics.txt"));
    seeds = SeedCopy.read(folder.resolve("metric_vals.pkl"));
    twelve = TwelveEpochCopy.read(folder.resolve("mini-bench-arch-cell-accs.pd"));
    order = tests.order("ArchitectureString");
    trials = TrialCopy.read(folder.resolve("nb2_test_acc_cf10.p"), order.cells());
    cells = new CellColumns(order.cells());
  }

  /**
   * Reads the copies and compares what two of them both say.
   *
   * @param folder the one with {@code nats_bench.csv} and the others
   * @return the table's files
   * @throws ImportException if a file is not what it should be, or two contradict each other
   */
  public static List<TableText> read(Path folder) throws IOException {
    PublicCopies copies = new PublicCopies(folder);
    copies.compare();
    return List.of(
        copies.cells.architectures(), copies.accuracies(), copies.bySeed(), copies.costs());
  }

  private void compare() throws ImportException {
    order.requireSame(validations.order("arch_str"));
    order.requireSame(twelve.order());
    Numbers.requireSame(
        "cifar10 test", tests.numbers("CIFAR10TestAccuracy200Epochs"), cifar10.accuracy());
    Numbers.requireSame(
        "cifar10-valid", validations.numbers("acc-cifar10"), seeds.mean(seeds.valid()));
    Numbers.requireSame("cifar100 valtest", cifar100.accuracy(), seeds.mean(seeds.cifar100()));
    Numbers.requireSame(
        "ImageNet16-120 valtest", imageNet.accuracy(), seeds.mean(seeds.imageNet()));
  }

  private TableText accuracies() throws ImportException {
    return cells
        .start(TablePart.ACCURACIES)
        .texts("ops", cells::code)
        .whole("n_seeds_200", seeds.trainings())
        .decimals("c10v_valid_200", validations.numbers("acc-cifar10"))
        .decimals("c10_test_200", tests.numbers("CIFAR10TestAccuracy200Epochs"))
        .decimals("c100_valid_200", validations.numbers("acc-cifar100"))
        .decimals("c100_test_200", tests.numbers("CIFAR100TestAccuracy200Epochs"))
        .decimals("c100_valtest_200", cifar100.accuracy())
        .decimals("in16_valid_200", validations.numbers("acc-ImageNet"))
        .decimals("in16_test_200", tests.numbers("ImageNetTestAccuracy200Epochs"))
        .decimals("in16_valtest_200", imageNet.accuracy())
        .decimals("c10v_valid_12", twelve.numbers("cifar10-val"))
        .decimals("c10_test_12", twelve.numbers("cifar10-test"))
        .decimals("c100_valid_12", twelve.numbers("cifar100-val"))
        .decimals("c100_test_12", twelve.numbers("cifar100-test"))
        .decimals("in16_valid_12", twelve.numbers("imagenet-val"))
        .decimals("in16_test_12", twelve.numbers("imagenet-test"));
  }

  private TableText bySeed() throws ImportException {
    TableText text = cells.start(TablePart.SEEDS).whole("n_seeds_200", seeds.trainings());
    String[] names = {"_s777", "_s888", "_s999"};
    for (int seed = 0; seed < SeedCopy.SEEDS; seed++) {
      text.decimals("c10v_valid" + names[seed], seeds.valid()[seed]);
      text.decimals("c100_valtest" + names[seed], seeds.cifar100()[seed]);
      text.decimals("in16_valtest" + names[seed], seeds.imageNet()[seed]);
      text.decimals("c10_test_t" + (seed + 1), trials.accuracy()[seed]);
    }
    double[] mean = tests.numbers("CIFAR10TestAccuracy200Epochs");
    return text.whole("c10_test_n_v11", trials.count())
        .decimals("c10_test_residual", trials.residual(seeds.trainings(), mean));
  }

  private TableText costs() throws ImportException {
    return CostColumns.of(
        cells,
        new CostColumns.Stored(
            seeds.parameters(),
            new double[][] {
              validations.numbers("flops-cifar10"),
              validations.numbers("flops-cifar100"),
              validations.numbers("flops-ImageNet")
            },
            new double[][] {
              seeds.secondsPerEpoch(),
              cifar10.secondsPerEpoch(),
              cifar100.secondsPerEpoch(),
              imageNet.secondsPerEpoch()
            }));
  }
}
