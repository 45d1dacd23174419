package org.dartboard.claim;

import java.util.Locale;

/** Decimal fractions within sentences. What rounds to zero has no sign. */
public final class Decimals {
  private Decimals() {}

  /** A number with some decimals, such as {@code -0.25}. */
  public static String fixed(double value, int decimals) {
    return unsignedZero(String.format(Locale.ROOT, "%." + decimals + "f", value));
  }

  /** The same with a plus before what is above zero. */
  public static String change(double value, int decimals) {
    return unsignedZero(String.format(Locale.ROOT, "%+." + decimals + "f", value));
  }

  private static String unsignedZero(String text) {
    return text.matches("[-+][0.]+") ? text.substring(1) : text;
  }
}
