package org.dartboard.search;

import java.math.BigDecimal;

/**
 * One number that a method can be set to.
 *
 * @param name the key in claim files
 * @param kind whole or real
 * @param defaultValue the value where none is given
 * @param lowest the lowest allowed value
 * @param highest the highest allowed value
 * @param meaning what it is, in a few words
 */
public record HyperParameter(
    String name, Kind kind, double defaultValue, double lowest, double highest, String meaning) {

  /** What numbers a hyper-parameter takes. */
  public enum Kind {
    WHOLE,
    REAL
  }

  public HyperParameter {
    if (!(lowest <= defaultValue && defaultValue <= highest)) {
      throw new IllegalArgumentException(
          "default " + defaultValue + " of " + name + " is not " + lowest + " to " + highest);
    }
  }

  /** A hyper-parameter with whole values. */
  public static HyperParameter whole(
      String name, int defaultValue, int lowest, int highest, String meaning) {
    return new HyperParameter(name, Kind.WHOLE, defaultValue, lowest, highest, meaning);
  }

  /** A hyper-parameter with real values. */
  public static HyperParameter real(
      String name, double defaultValue, double lowest, double highest, String meaning) {
    return new HyperParameter(name, Kind.REAL, defaultValue, lowest, highest, meaning);
  }

  /** The same hyper-parameter with another default. */
  public HyperParameter withDefault(double value) {
    return new HyperParameter(name, kind, value, lowest, highest, meaning);
  }

  /**
   * Returns the value if it is allowed.
   *
   * @throws IllegalArgumentException saying what is allowed
   */
  public double require(double value) {
    boolean whole = kind == Kind.REAL || value == Math.rint(value);
    if (!whole || !(lowest <= value && value <= highest)) {
      throw new IllegalArgumentException("'" + name + "' is " + text(value) + ", not " + allowed());
    }
    return value;
  }

  /** What values are allowed, such as {@code a whole number from 1 to 10000}. */
  public String allowed() {
    return (kind == Kind.WHOLE ? "a whole number from " : "a number from ")
        + text(lowest)
        + " to "
        + text(highest);
  }

  private static String text(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
        : Double.toString(value);
  }
}
