package org.dartboard.report.site;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as readers see them. The CSV files keep all digits. */
final class Numbers {
  private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);
  private static final double LARGEST_PLAIN = 1e9;
  private static final double SMALLEST_PLAIN = 1e-4;

  private Numbers() {}

  /**
   * Two decimals for percentages; whole numbers with thousands apart; else four significant digits.
   */
  static String figure(double value, String unit) {
    if (!Double.isFinite(value)) {
      return "not finite";
    }
    if (unit.equals("%")) {
      return signed(value, "0.00");
    }
    double size = Math.abs(value);
    if (size != 0 && (size >= LARGEST_PLAIN || size < SMALLEST_PLAIN)) {
      return new BigDecimal(value).round(FOUR_DIGITS).toString().replace("E+", "E");
    }
    if (value == Math.rint(value)) {
      return signed(value, "#,##0");
    }
    return signed(new BigDecimal(value).round(FOUR_DIGITS).doubleValue(), "#,##0.########");
  }

  /** The same with a plus before positive numbers. */
  static String change(double value, String unit) {
    String text = figure(value, unit);
    return value > 0 && Double.isFinite(value) ? "+" + text : text;
  }

  /** A count with thousands apart. */
  static String count(long value) {
    return format("#,##0", value);
  }

  /** A count with its noun, in the singular for one. */
  static String count(long value, String noun) {
    return count(value) + " " + noun + (value == 1 ? "" : "s");
  }

  private static String signed(double value, String pattern) {
    String text = format(pattern, value);
    boolean zero = text.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
    return zero ? text.replace("-", "") : text.replace("-", "\u2212");
  }

  private static String format(String pattern, double value) {
    DecimalFormat format = new DecimalFormat(pattern, new DecimalFormatSymbols(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    return format.format(value);
  }
}
