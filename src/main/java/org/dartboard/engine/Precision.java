package org.dartboard.engine;

import java.util.Arrays;
import java.util.Locale;

/** What tensors between the layers are stored in; weights and statistics are always fp32. */
public enum Precision {
  /** IEEE single precision. */
  FP32,
  /** The upper half of single precision: its range, with a significand of 8 bits. */
  BF16;

  /**
   * The precision of a name.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static Precision named(String label) {
    return Arrays.stream(values())
        .filter(precision -> precision.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no precision " + label));
  }

  /** The name in lower case, as on the command line and in files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
