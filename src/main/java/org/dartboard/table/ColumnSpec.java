package org.dartboard.table;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;

/**
 * What a column of a file holds.
 *
 * @param minimum the lowest legal value
 * @param maximum the highest legal value
 * @param blankAllowed whether a field may be empty
 */
record ColumnSpec(
    String name, ValueKind kind, double minimum, double maximum, boolean blankAllowed) {
  static final String INDEX = "index";
  static final String DATASET = "dataset";

  static ColumnSpec integer(String name, int minimum, int maximum) {
    return new ColumnSpec(name, ValueKind.INTEGER, minimum, maximum, false);
  }

  static ColumnSpec percent(String name) {
    return new ColumnSpec(name, ValueKind.SIX_DECIMALS, 0, 100, false);
  }

  /** A cost, above zero. */
  static ColumnSpec cost(String name) {
    return new ColumnSpec(name, ValueKind.SIX_DECIMALS, 1e-6, 1e6, false);
  }

  /** Milliseconds, above zero. */
  static ColumnSpec latency(String name) {
    return new ColumnSpec(name, ValueKind.NINE_DIGITS, Double.MIN_VALUE, 1e6, false);
  }

  /** A score without bounds; some are minus infinity. */
  static ColumnSpec score(String name) {
    return new ColumnSpec(name, ValueKind.NINE_DIGITS, NEGATIVE_INFINITY, Double.MAX_VALUE, false);
  }

  ColumnSpec orBlank() {
    return new ColumnSpec(name, kind, minimum, maximum, true);
  }

  /** What a field should hold, in words. */
  String expectation() {
    String value =
        switch (kind) {
          case INTEGER -> "a whole number " + (long) minimum + " to " + (long) maximum;
          case SIX_DECIMALS, NINE_DIGITS -> number();
          case OP_CODE -> "an op code, six digits 0 to 4";
          case ARCHITECTURE -> "an architecture string";
          case DATASET -> "a dataset's name";
        };
    return blankAllowed ? value + ", or nothing" : value;
  }

  private String number() {
    if (minimum == NEGATIVE_INFINITY) {
      return maximum == POSITIVE_INFINITY ? "a number" : "a finite number or -Infinity";
    }
    if (minimum > 0) {
      return "a number above 0, up to " + (long) maximum;
    }
    return "a number " + (long) minimum + " to " + (long) maximum;
  }
}
