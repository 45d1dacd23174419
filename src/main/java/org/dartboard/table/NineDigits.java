package org.dartboard.table;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes a number's first nine significant digits and its power of ten as one whole number. */
final class NineDigits {
  private static final int DIGITS = 9;
  private static final long SMALLEST = 100_000_000L;
  private static final long LIMIT = 10 * SMALLEST;
  private static final int RADIX = 2048;
  private static final int EXPONENT_BIAS = 1024;
  private static final int LARGEST_POWER = 308;
  private static final double LOG_2 = Math.log10(2);
  private static final double[] POWER = powersOfTen();
  private static final long INFINITY = 1L << 50;

  private NineDigits() {}

  static long encode(double value) {
    if (value == 0) {
      return 0;
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? INFINITY : -INFINITY;
    }
    int exponent = (int) Math.floor(Math.getExponent(value) * LOG_2) - (DIGITS - 1);
    long mantissa = scaled(value, exponent);
    if (Math.abs(mantissa) < SMALLEST) {
      exponent--;
      mantissa = scaled(value, exponent);
    } else if (Math.abs(mantissa) >= LIMIT) {
      exponent++;
      mantissa = scaled(value, exponent);
    }
    return mantissa * RADIX + (exponent + EXPONENT_BIAS);
  }

  static String decode(long code) {
    if (code == 0) {
      return "0";
    }
    if (Math.abs(code) == INFINITY) {
      return code > 0 ? "Infinity" : "-Infinity";
    }
    long mantissa = Math.floorDiv(code, RADIX);
    int exponent = Math.floorMod(code, RADIX) - EXPONENT_BIAS;
    return BigDecimal.valueOf(mantissa, -exponent).stripTrailingZeros().toString();
  }

  private static long scaled(double value, int exponent) {
    if (-exponent > LARGEST_POWER) {
      return new BigDecimal(value)
          .scaleByPowerOfTen(-exponent)
          .setScale(0, RoundingMode.HALF_EVEN)
          .longValueExact();
    }
    return Math.round(exponent > 0 ? value / POWER[exponent] : value * POWER[-exponent]);
  }

  private static double[] powersOfTen() {
    double[] powers = new double[LARGEST_POWER + 1];
    for (int exponent = 0; exponent <= LARGEST_POWER; exponent++) {
      powers[exponent] = Math.pow(10, exponent);
    }
    return powers;
  }
}
