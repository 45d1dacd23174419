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

  private static final String MINUS = "\u2212";

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
      String text = new BigDecimal(value).round(FOUR_DIGITS).toString().replace("E+", "E");
      return value < 0 ? MINUS + text.substring(1) : text;
    }
    if (value == Math.rint(value)) {
      return signed(value, "#,##0");
    }
    return signed(new BigDecimal(value).round(FOUR_DIGITS).doubleValue(), "#,##0.########");
  }

  /** The same with a plus before positive numbers, but none before what rounds to zero. */
  static String change(double value, String unit) {
    String text = figure(value, unit);
    return value > 0 && Double.isFinite(value) && !isZero(text) ? "+" + text : text;
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
    return text.replace("-", isZero(text) ? "" : MINUS);
  }

  private static boolean isZero(String text) {
    return text.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
  }

  private static String format(String pattern, double value) {
    DecimalFormat format = new DecimalFormat(pattern, new DecimalFormatSymbols(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    return format.format(value);
  }
}
