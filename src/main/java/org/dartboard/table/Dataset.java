package org.dartboard.table;

/** A dataset of the benchmark. */
public enum Dataset {
  CIFAR10_VALID("cifar10-valid"),
  CIFAR10("cifar10"),
  CIFAR100("cifar100"),
  IMAGENET16_120("ImageNet16-120");

  private final String label;

  Dataset(String label) {
    this.label = label;
  }

  /** The name used in files and on the command line. */
  public String label() {
    return label;
  }
}
