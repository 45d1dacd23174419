package org.dartboard.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dartboard.space.CanonicalForm;
import org.dartboard.space.Cell;
import org.dartboard.space.NetworkCost;

/**
 * A table of the real size and form with made-up values, for machines without the benchmark's
 * files.
 *
 * <p>Every third architecture has two trainings, the others three; of every tenth one, a CIFAR-10
 * trial is missing.
 */
public final class SyntheticTable {
  private SyntheticTable() {}

  /** Loads what {@link #write} wrote. */
  public static Nb201Table load(Path folder, Set<TablePart> parts) {
    return new TableLoader(folder, null).load(parts);
  }

  /** The cell of an index. */
  public static Cell cell(int index) {
    return new Cell((7 * index + 3) % Cell.COUNT);
  }

  static int trainings(int index) {
    return index % 3 == 0 ? 2 : 3;
  }

  /** How many CIFAR-10 trials are known. */
  static int trials(int index) {
    return index % 10 == 0 ? trainings(index) - 1 : trainings(index);
  }

  /** The made-up figure of a seed's position 0 to 2, in hundredths. */
  static double figure(int index, int salt, int seed) {
    return (1_000 + (index * 31L + salt * 17L + seed * 7L) % 8_000) / 100.0;
  }

  static double mean(int index, int salt) {
    return IntStream.range(0, trainings(index))
        .mapToDouble(seed -> figure(index, salt, seed))
        .average()
        .orElseThrow();
  }

  /** Writes the files of the table into a folder. */
  public static void write(Path folder) {
    writePart(folder, TablePart.ARCHITECTURES, Cell.COUNT, architectures());
    writePart(folder, TablePart.ACCURACIES, Cell.COUNT, SyntheticTable::accuracies);
    writePart(folder, TablePart.SEEDS, Cell.COUNT, SyntheticTable::seeds);
    writePart(folder, TablePart.COSTS, Cell.COUNT, SyntheticTable::costs);
    writePart(folder, TablePart.PROXIES, Cell.COUNT, index -> index + ",-Infinity" + ones(16));
    writePart(folder, TablePart.LATENCIES, Cell.COUNT, index -> index + ones(27));
    writePart(
        folder,
        TablePart.LATENCIES_SUBSET,
        1_999,
        row -> 2 * row + ",2.5" + (row % 2 == 0 ? "," : ",1.5") + ones(16));
    writePart(folder, TablePart.PROXIES_SUBSET, 2_173, SyntheticTable::proxiesOfSubset);
  }

  private static void writePart(Path folder, TablePart part, int rows, IntFunction<String> row) {
    String text =
        IntStream.range(0, rows)
            .mapToObj(row)
            .collect(Collectors.joining("\n", String.join(",", part.columnNames()) + "\n", "\n"));
    try {
      Files.writeString(folder.resolve(part.stem() + ".csv"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IntFunction<String> architectures() {
    Map<CanonicalForm, Integer> first = new HashMap<>();
    Map<CanonicalForm, Integer> size = new HashMap<>();
    for (int index = 0; index < Cell.COUNT; index++) {
      CanonicalForm form = CanonicalForm.of(cell(index));
      first.putIfAbsent(form, index);
      size.merge(form, 1, Integer::sum);
    }
    return index -> {
      CanonicalForm form = CanonicalForm.of(cell(index));
      return index
          + ","
          + cell(index).code()
          + ","
          + first.get(form)
          + ","
          + size.get(form)
          + ","
          + cell(index);
    };
  }

  private static String accuracies(int index) {
    StringBuilder row = new StringBuilder();
    row.append(index).append(',').append(cell(index).code()).append(',').append(trainings(index));
    for (AccuracyKey key : AccuracyKey.all()) {
      row.append(',').append(decimals(mean(index, salt(key))));
    }
    return row.toString();
  }

  /** What tells the made-up figures of one accuracy from those of another. */
  static int salt(AccuracyKey key) {
    return AccuracyKey.all().indexOf(key);
  }

  private static String seeds(int index) {
    StringBuilder row = new StringBuilder();
    row.append(index).append(',').append(trainings(index));
    for (AccuracyKey key :
        new AccuracyKey[] {
          new AccuracyKey(Dataset.CIFAR10_VALID, Split.VALID, Epochs.TWO_HUNDRED),
          new AccuracyKey(Dataset.CIFAR100, Split.VALTEST, Epochs.TWO_HUNDRED),
          new AccuracyKey(Dataset.IMAGENET16_120, Split.VALTEST, Epochs.TWO_HUNDRED)
        }) {
      for (int seed = 0; seed < 3; seed++) {
        row.append(',')
            .append(seed < trainings(index) ? decimals(figure(index, salt(key), seed)) : "");
      }
    }
    int salt = salt(new AccuracyKey(Dataset.CIFAR10, Split.TEST, Epochs.TWO_HUNDRED));
    row.append(',').append(trials(index));
    for (int trial = 0; trial < 3; trial++) {
      row.append(',').append(trial < trials(index) ? decimals(figure(index, salt, trial)) : "");
    }
    row.append(',');
    if (trials(index) < trainings(index)) {
      row.append(decimals(figure(index, salt, trials(index))));
    }
    return row.toString();
  }

  private static String costs(int index) {
    StringBuilder row = new StringBuilder().append(index);
    NetworkCost c10 = NetworkCost.of(cell(index), Dataset.CIFAR10.network());
    NetworkCost c100 = NetworkCost.of(cell(index), Dataset.CIFAR100.network());
    NetworkCost in16 = NetworkCost.of(cell(index), Dataset.IMAGENET16_120.network());
    boolean wrong = index % 1_000 == 7;
    for (double value :
        new double[] {
          c10.parameters() / 1e6,
          c100.parameters() / 1e6,
          in16.parameters() / 1e6,
          c10.parameters() / 1e6 + (wrong ? 0.028 : 0),
          c10.flops() / 1e6 + (wrong ? 3.93216 : 0),
          c100.flops() / 1e6,
          in16.flops() / 1e6
        }) {
      row.append(',').append(decimals(value));
    }
    String flag = wrong ? ",1" : ",0";
    return row.append(flag).append(flag).append(",5,10,10,30.5").toString();
  }

  private static String proxiesOfSubset(int row) {
    Dataset dataset =
        row < 724 ? Dataset.IMAGENET16_120 : row < 1_448 ? Dataset.CIFAR10 : Dataset.CIFAR100;
    return row % 724 + (row == 2_172 ? 724 : 0) + "," + dataset.label() + ones(13);
  }

  private static String ones(int count) {
    return ",1.25".repeat(count);
  }

  private static String decimals(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}
