package org.dartboard.table;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A legal combination of dataset, split and epochs: one accuracy of every architecture.
 *
 * <p>{@code cifar10-valid} has {@code valid}, {@code cifar10} has {@code test}, CIFAR-100 and
 * ImageNet16-120 have both, and after 200 epochs {@code valtest} too.
 */
public record AccuracyKey(Dataset dataset, Split split, Epochs epochs)
    implements Comparable<AccuracyKey> {
  private static final Comparator<AccuracyKey> ORDER =
      Comparator.comparing(AccuracyKey::epochs, Comparator.reverseOrder())
          .thenComparing(AccuracyKey::dataset)
          .thenComparing(AccuracyKey::split);

  /**
   * @throws IllegalQueryException naming the splits that the dataset has
   */
  public AccuracyKey {
    if (!splits(dataset, epochs).contains(split)) {
      throw new IllegalQueryException(
          dataset
              + " has no split "
              + split
              + " at "
              + epochs
              + " epochs; it has "
              + splits(dataset, epochs).stream().map(Split::label).collect(Collectors.joining(", "))
              + hint(dataset, split));
    }
  }

  /** All 14 legal combinations, those of 200 epochs first. */
  public static List<AccuracyKey> all() {
    return Arrays.stream(Epochs.values())
        .flatMap(epochs -> Arrays.stream(Dataset.values()).flatMap(dataset -> of(dataset, epochs)))
        .sorted()
        .toList();
  }

  private static Stream<AccuracyKey> of(Dataset dataset, Epochs epochs) {
    return splits(dataset, epochs).stream().map(split -> new AccuracyKey(dataset, split, epochs));
  }

  private static List<Split> splits(Dataset dataset, Epochs epochs) {
    return switch (dataset) {
      case CIFAR10_VALID -> List.of(Split.VALID);
      case CIFAR10 -> List.of(Split.TEST);
      case CIFAR100, IMAGENET16_120 ->
          epochs == Epochs.TWELVE
              ? List.of(Split.VALID, Split.TEST)
              : List.of(Split.VALID, Split.TEST, Split.VALTEST);
    };
  }

  private static String hint(Dataset dataset, Split split) {
    return switch (dataset) {
      case CIFAR10 ->
          split == Split.VALID
              ? ". Validation accuracy on CIFAR-10 is that of dataset cifar10-valid, whose networks"
                  + " saw half of the training images"
              : ". Its test set is not halved";
      case CIFAR10_VALID -> ". Test accuracy on CIFAR-10 is that of dataset cifar10";
      case CIFAR100, IMAGENET16_120 -> ". The split valtest exists at 200 epochs";
    };
  }

  /** The column's name in {@code nb201_acc}, such as {@code c10v_valid_200}. */
  String columnName() {
    return dataset.column() + "_" + split.label() + "_" + epochs.label();
  }

  @Override
  public int compareTo(AccuracyKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return dataset + " " + split + " after " + epochs + " epochs";
  }
}
