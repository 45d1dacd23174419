package org.dartboard.table;

import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One accuracy of every architecture, in percent.
 *
 * <p>Resolved once, it answers in a few nanoseconds and allocates nothing.
 */
public final class AccuracyColumn {
  private final AccuracyKey key;
  private final double[] means;
  private final @Nullable SeedFigures seeds;
  private final TableData data;

  AccuracyColumn(AccuracyKey key, double[] means, TableData data) {
    this.key = key;
    this.means = means;
    this.seeds = SeedFigures.of(key, means, data);
    this.data = data;
  }

  /** Which accuracy it is. */
  public AccuracyKey key() {
    return key;
  }

  /** The mean over the architecture's trainings, 0 to 100. */
  public double get(int index) {
    return means[Nb201Table.checked(index)];
  }

  /**
   * The mean or the figure of a seed, 0 to 100.
   *
   * @throws IllegalQueryException if there is no figure of the seed; it names the seeds that the
   *     architecture has
   * @throws AbsentDataException if the columns by seed are not in the data folder
   */
  public double get(int index, Trial trial) {
    if (trial instanceof Trial.Seed seed) {
      double value = seeds().get(Nb201Table.checked(index), seed.number());
      if (Double.isNaN(value)) {
        throw new IllegalQueryException(noFigure(index, seed.number()));
      }
      return value;
    }
    return get(index);
  }

  /**
   * The figures by seed, lowest seed first; empty where the table has none.
   *
   * @throws AbsentDataException if the columns by seed are not in the data folder
   */
  public SortedMap<Integer, Double> trials(int index) {
    return seeds().all(Nb201Table.checked(index));
  }

  /** The index of the highest mean, the lowest such index in a tie. */
  public int best() {
    int best = 0;
    for (int index = 1; index < means.length; index++) {
      if (means[index] > means[best]) {
        best = index;
      }
    }
    return best;
  }

  private SeedFigures seeds() {
    if (seeds != null) {
      return seeds;
    }
    List<String> names = SeedFigures.columnNames(key);
    names.forEach(name -> data.column(TablePart.SEEDS, name));
    data.column(TablePart.SEEDS, "n_seeds_200");
    data.column(TablePart.SEEDS, "c10_test_n_v11");
    throw new IllegalStateException("the columns of " + key + " by seed are there after all");
  }

  private String noFigure(int index, int seed) {
    String known =
        trials(index).keySet().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return "architecture "
        + index
        + " has no figure of seed "
        + seed
        + " for "
        + key
        + "; "
        + (known.isEmpty() ? "it has the mean alone" + reason() : "it has mean, " + known);
  }

  private String reason() {
    if (key.dataset() == Dataset.CIFAR10_VALID && key.epochs() == Epochs.TWELVE) {
      return ", that of seeds 777 and 111";
    }
    return key.dataset() == Dataset.CIFAR10
        ? ", since it is not known which of its trials had which seed"
        : "; figures by seed exist for cifar10-valid valid, cifar10 test, cifar100 valtest and"
            + " ImageNet16-120 valtest after 200 epochs";
  }
}
