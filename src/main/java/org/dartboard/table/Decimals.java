package org.dartboard.table;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Reads decimal numbers from bytes, to the same doubles as {@link Double#parseDouble}.
 *
 * <p>A whole number below 2 to the 53 and a power of ten up to the 22nd are exact doubles, so that
 * one multiplication or division of theirs is rounded once, as it must be (Clinger, 1990). What is
 * beyond goes to the platform's reader.
 */
final class Decimals {
  private static final long LARGEST_EXACT = 1L << 53;
  private static final long OVERFLOW_GUARD = Long.MAX_VALUE / 10 - 1;
  private static final Pattern NUMBER =
      Pattern.compile("-Infinity|-?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final double[] POWER = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private Decimals() {}

  /**
   * The number that stands in some bytes, or NaN if they are no decimal number or minus infinity.
   */
  static double parse(byte[] bytes, int from, int to) {
    int position = from;
    boolean negative = position < to && bytes[position] == '-';
    if (negative) {
      position++;
    }
    long digits = 0;
    int decimals = 0;
    boolean anyDigit = false;
    boolean afterPoint = false;
    for (; position < to; position++) {
      byte next = bytes[position];
      if (next >= '0' && next <= '9') {
        if (digits > OVERFLOW_GUARD) {
          return parseSlowly(bytes, from, to);
        }
        digits = digits * 10 + (next - '0');
        decimals += afterPoint ? 1 : 0;
        anyDigit = true;
      } else if (next == '.' && !afterPoint) {
        afterPoint = true;
      } else {
        break;
      }
    }
    if (position < to || !anyDigit || digits >= LARGEST_EXACT || decimals >= POWER.length) {
      return withExponent(bytes, from, to, position, anyDigit, digits, decimals);
    }
    double value = decimals == 0 ? digits : digits / POWER[decimals];
    return negative ? -value : value;
  }

  private static double withExponent(
      byte[] bytes, int from, int to, int position, boolean anyDigit, long digits, int decimals) {
    if (!anyDigit || position + 1 >= to || (bytes[position] | 0x20) != 'e') {
      return parseSlowly(bytes, from, to);
    }
    int next = position + 1;
    boolean negativeExponent = bytes[next] == '-';
    if (negativeExponent || bytes[next] == '+') {
      next++;
    }
    if (next >= to || to - next > 3) {
      return parseSlowly(bytes, from, to);
    }
    int exponent = 0;
    for (; next < to; next++) {
      if (bytes[next] < '0' || bytes[next] > '9') {
        return Double.NaN;
      }
      exponent = exponent * 10 + (bytes[next] - '0');
    }
    int power = (negativeExponent ? -exponent : exponent) - decimals;
    if (digits >= LARGEST_EXACT || power >= POWER.length || -power >= POWER.length) {
      return Double.parseDouble(text(bytes, from, to));
    }
    double value = power < 0 ? digits / POWER[-power] : digits * POWER[power];
    return bytes[from] == '-' ? -value : value;
  }

  private static double parseSlowly(byte[] bytes, int from, int to) {
    String text = text(bytes, from, to);
    return NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
