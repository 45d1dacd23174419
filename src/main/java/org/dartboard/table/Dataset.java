package org.dartboard.table;

import org.dartboard.space.MacroSkeleton;

/**
 * A dataset of the benchmark, with the training set that goes with it.
 *
 * <p>{@link #CIFAR10_VALID} and {@link #CIFAR10} hold the same images and are different datasets:
 * networks of the first were trained on half of the training images.
 */
public enum Dataset {
  /** CIFAR-10, trained on 25,000 training images and validated on the other 25,000. */
  CIFAR10_VALID("cifar10-valid", "c10v", "c10", 32, 10),
  /** CIFAR-10, trained on all 50,000 training images and tested on the 10,000 test images. */
  CIFAR10("cifar10", "c10", "c10", 32, 10),
  /** CIFAR-100, whose 10,000 test images are halved into validation and test. */
  CIFAR100("cifar100", "c100", "c100", 32, 100),
  /** ImageNet16-120, whose 6,000 test images are halved into validation and test. */
  IMAGENET16_120("ImageNet16-120", "in16", "in16", 16, 120);

  private final String label;
  private final String column;
  private final String costColumn;
  private final MacroSkeleton network;

  Dataset(String label, String column, String costColumn, int imageSize, int classes) {
    this.label = label;
    this.column = column;
    this.costColumn = costColumn;
    this.network = MacroSkeleton.benchmark(imageSize, classes);
  }

  /** The benchmark's name, such as {@code ImageNet16-120}. */
  public String label() {
    return label;
  }

  /** The network that the benchmark trained on this dataset, around the cell. */
  public MacroSkeleton network() {
    return network;
  }

  /**
   * Reads a label, in upper or lower case.
   *
   * @throws IllegalQueryException naming the four labels
   */
  public static Dataset parse(String label) {
    return Labels.parse("dataset", label, values(), Dataset::label);
  }

  /** How column names of accuracies and times begin. */
  String column() {
    return column;
  }

  /** How column names of costs, which depend on the network alone, end. */
  String costColumn() {
    return costColumn;
  }

  @Override
  public String toString() {
    return label;
  }
}
