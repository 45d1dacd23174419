package org.dartboard.importing.nats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dartboard.space.Cell;
import org.dartboard.table.LearningCurves.Measure;

/**
 * A whole release made of the published table: records whose trainings have one epoch, with figures
 * of which the import must make the table again.
 */
final class TabledRelease implements NatsSource {
  private static final List<Integer> SEEDS = List.of(777, 888, 999);

  /** ImageNet16-120 has 6,000 test images, so that six decimals cut an accuracy off. */
  private static final int IMAGE_NET_TEST = 6_000;

  /** The columns of a dataset, as the table's files name them. */
  private enum Data {
    VALID("cifar10-valid", "c10v"),
    CIFAR_10("cifar10", "c10"),
    CIFAR_100("cifar100", "c100"),
    IMAGE_NET("ImageNet16-120", "in16");

    private final String label;
    private final String prefix;

    Data(String label, String prefix) {
      this.label = label;
      this.prefix = prefix;
    }

    /** cifar10-valid trains CIFAR-10's network. */
    String flops() {
      return "nats_flops_m_" + (this == VALID ? CIFAR_10 : this).prefix;
    }
  }

  private final List<Map<String, String>> rows = new ArrayList<>();

  /**
   * @param table the folder of the published table, its files not compressed
   */
  TabledRelease(Path table) throws IOException {
    for (int index = 0; index < Cell.COUNT; index++) {
      rows.add(new HashMap<>());
    }
    for (String file : List.of("nb201_arch", "nb201_acc", "nb201_seeds", "nb201_cost")) {
      List<String> lines = Files.readAllLines(table.resolve(file + ".csv"));
      String[] names = lines.get(0).split(",", -1);
      for (String line : lines.subList(1, lines.size())) {
        String[] fields = line.split(",", -1);
        Map<String, String> row = rows.get(Integer.parseInt(fields[0]));
        for (int column = 0; column < names.length; column++) {
          row.put(names[column], fields[column]);
        }
      }
    }
  }

  @Override
  public Set<Integer> indices() {
    return IntStream.range(0, Cell.COUNT).boxed().collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public NatsRecord read(int index) {
    Map<String, String> row = rows.get(index);
    List<NatsTraining> trainings = new ArrayList<>();
    for (Data data : Data.values()) {
      trainings.add(training(row, data, 12, 777));
      for (int seed : SEEDS) {
        if (seed == 777 || !row.getOrDefault("c10v_valid_s" + seed, "").isEmpty()) {
          trainings.add(training(row, data, 200, seed));
        }
      }
    }
    trainings.sort(NatsTraining.ORDER);
    return new NatsRecord(index, Cell.parse(row.getOrDefault("arch_str", "")), trainings);
  }

  private static NatsTraining training(Map<String, String> row, Data data, int budget, int seed) {
    Map<Measure, double[]> curves = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      curves.put(measure, new double[] {Double.NaN});
    }
    if (data != Data.CIFAR_10) {
      curves.put(Measure.X_VALID_ACC, of(row, data.prefix + "_valid_" + budget));
      curves.put(Measure.X_TEST_ACC, of(row, data.prefix + "_test_" + budget));
    } else {
      curves.put(Measure.ORI_TEST_ACC, of(row, "c10_test_" + budget));
    }
    if (budget == 200) {
      switch (data) {
        case VALID -> curves.put(Measure.X_VALID_ACC, of(row, "c10v_valid_s" + seed));
        case CIFAR_100 -> curves.put(Measure.ORI_TEST_ACC, of(row, "c100_valtest_s" + seed));
        case IMAGE_NET -> {
          double[] accuracy = of(row, "in16_valtest_s" + seed);
          accuracy[0] = Math.rint(accuracy[0] * IMAGE_NET_TEST / 100) * 100 / IMAGE_NET_TEST;
          curves.put(Measure.ORI_TEST_ACC, accuracy);
        }
        default -> {
          // CIFAR-10's figures by seed stand in no column of the import.
        }
      }
    }
    return new NatsTraining(
        budget,
        data.label,
        seed,
        of(row, "nats_params_m_c10")[0],
        of(row, data.flops())[0],
        of(row, "epoch_s_" + data.prefix)[0],
        curves);
  }

  private static double[] of(Map<String, String> row, String column) {
    String text = row.getOrDefault(column, "");
    return new double[] {text.isEmpty() ? Double.NaN : Double.parseDouble(text)};
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
