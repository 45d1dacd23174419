package org.dartboard.claim;

import java.util.List;
import java.util.Map;
import org.dartboard.table.Dataset;
import org.dartboard.table.Epochs;
import org.dartboard.table.Split;

/** One column of the benchmark's accuracies: a dataset, a split and a length of training. */
public record Column(Dataset dataset, Split split, Epochs epochs) {
  /** The splits that the benchmark evaluated, by dataset; any other was never measured. */
  private static final Map<String, List<String>> SPLITS =
      Map.of(
          "cifar10-valid", List.of("valid"),
          "cifar10", List.of("test"),
          "cifar100", List.of("valid", "test", "valtest"),
          "ImageNet16-120", List.of("valid", "test", "valtest"));

  /** The labels of the splits that a dataset has; none for an unknown dataset. */
  static List<String> splitsOf(String dataset) {
    return SPLITS.getOrDefault(dataset, List.of());
  }

  /** Such as {@code cifar100 test, 200 epochs}. */
  @Override
  public String toString() {
    return dataset.label() + " " + split.label() + ", " + epochs.label() + " epochs";
  }
}
