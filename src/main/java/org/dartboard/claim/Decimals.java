package org.dartboard.claim;

import java.util.Arrays;
import java.util.Locale;

/** Decimal fractions within sentences. What rounds to zero has no sign. */
public final class Decimals {
  private static final int FEWEST = 2;
  private static final int MOST = 6;

  /** As a share of the figures that a value was computed from: far above their rounding errors. */
  private static final double RESIDUE = 1e-9;

  private Decimals() {}

  /** A number with some decimals, such as {@code -0.25}. */
  public static String fixed(double value, int decimals) {
    return unsignedZero(String.format(Locale.ROOT, "%." + decimals + "f", value));
  }

  /** The same with a plus before what is above zero. */
  public static String change(double value, int decimals) {
    return unsignedZero(String.format(Locale.ROOT, "%+." + decimals + "f", value));
  }

  /**
   * A number with as many decimals as show some of its digits, at least two and at most six: with
   * two digits {@code 93.74}, {@code 0.0019}.
   *
   * @param digits 1 or more, counted from the first that is not 0
   */
  public static String digits(double value, int digits) {
    return fixed(value, decimals(value, digits));
  }

  /** The same with a plus before what is above zero. */
  public static String changeDigits(double value, int digits) {
    return change(value, decimals(value, digits));
  }

  /**
   * A value without what the rounding of its terms may have left of it.
   *
   * @param terms the figures that it is the sum, the mean or the difference of
   * @return 0 where the value is less than 1e-9 of the largest of them in size
   */
  public static double withoutResidue(double value, double... terms) {
    double largest = Arrays.stream(terms).map(Math::abs).max().orElse(0);
    return Math.abs(value) < RESIDUE * largest ? 0 : value;
  }

  private static int decimals(double value, int digits) {
    int first =
        value == 0 || !Double.isFinite(value) ? 0 : (int) Math.floor(Math.log10(Math.abs(value)));
    return Math.max(FEWEST, Math.min(MOST, digits - 1 - first));
  }

  private static String unsignedZero(String text) {
    return text.matches("[-+][0.]+") ? text.substring(1) : text;
  }
}
