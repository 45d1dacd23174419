package org.dartboard.table;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import org.dartboard.space.Cell;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long a query takes. The architecture changes from call to call, as it does in a search. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class TableQueryBenchmark {
  private static final Trial SEED = new Trial.Seed(888);

  private Nb201Table table = load();
  private AccuracyColumn column = table.column(Dataset.CIFAR100, Split.VALTEST, Epochs.TWO_HUNDRED);
  private Cell cell = Cell.ofCode("421211");
  private int index;

  /** Checks a published figure: the best architecture on CIFAR-10. */
  @Setup
  public void check() {
    int best = table.best(Dataset.CIFAR10, Split.TEST, Epochs.TWO_HUNDRED);
    double accuracy =
        table.accuracy(best, Dataset.CIFAR10, Split.TEST, Epochs.TWO_HUNDRED, Trial.MEAN);
    if (best != 6_111 || Math.abs(accuracy - 94.373) > 1e-3) {
      throw new IllegalStateException("architecture " + best + " has " + accuracy);
    }
  }

  /** The mean, by dataset, split and epochs. */
  @Benchmark
  public double mean() {
    return table.accuracy(next(), Dataset.CIFAR100, Split.VALTEST, Epochs.TWO_HUNDRED, Trial.MEAN);
  }

  /** The figure of a seed, by dataset, split and epochs. */
  @Benchmark
  public double seed() {
    return table.accuracy(next(), Dataset.CIFAR100, Split.VALTEST, Epochs.TWO_HUNDRED, SEED);
  }

  /** The mean, from a column that was resolved before. */
  @Benchmark
  public double meanOfColumn() {
    return column.get(next());
  }

  /** The index of a cell. */
  @Benchmark
  public int indexOfCell() {
    return table.index(cell);
  }

  /** The best architecture of a column. */
  @Benchmark
  public int best() {
    return column.best();
  }

  private int next() {
    index = index < 7_919 ? index + 7_705 : index - 7_919;
    return index;
  }

  private static Nb201Table load() {
    return Nb201Table.load(
        TableLocation.find(Path.of("").toAbsolutePath(), System.getenv()),
        EnumSet.of(TablePart.ACCURACIES, TablePart.SEEDS));
  }
}
