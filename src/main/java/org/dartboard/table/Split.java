package org.dartboard.table;

import java.util.Locale;

/** The images that an accuracy was measured on. */
public enum Split {
  /** The validation images of the dataset. */
  VALID,
  /** The test images; on CIFAR-100 and ImageNet16-120 the half that is not validation. */
  TEST,
  /** The whole original test set of CIFAR-100 or ImageNet16-120: both halves. */
  VALTEST;

  /** {@code valid}, {@code test} or {@code valtest}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a label, in upper or lower case.
   *
   * @throws IllegalQueryException naming the three labels
   */
  public static Split parse(String label) {
    return Labels.parse("split", label, values(), Split::label);
  }

  @Override
  public String toString() {
    return label();
  }
}
