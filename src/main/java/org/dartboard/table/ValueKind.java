package org.dartboard.table;

import java.math.BigDecimal;
import org.dartboard.space.Cell;

/**
 * What the values of a column are, and how they are written as one whole number each.
 *
 * <p>That number is the canonical value: copies of the benchmark that print more digits, or others
 * beyond the precision that means anything, have the same ones.
 */
enum ValueKind {
  /** A whole number. */
  INTEGER {
    @Override
    long encode(double value) {
      return (long) value;
    }

    @Override
    String decode(long code) {
      return Long.toString(code);
    }
  },
  /** A number whose first six decimals count. */
  SIX_DECIMALS {
    @Override
    long encode(double value) {
      return Math.round(value * 1e6);
    }

    @Override
    String decode(long code) {
      return plain(BigDecimal.valueOf(code, 6));
    }
  },
  /** A number of any size whose first nine digits count. */
  NINE_DIGITS {
    @Override
    long encode(double value) {
      return NineDigits.encode(value);
    }

    @Override
    String decode(long code) {
      return NineDigits.decode(code);
    }
  },
  /** Six digits that name a cell, kept as the cell's ordinal. */
  OP_CODE {
    @Override
    long encode(double value) {
      return (long) value;
    }

    @Override
    String decode(long code) {
      return isCell(code) ? new Cell((int) code).code() : OTHER;
    }
  },
  /** A string that names a cell, kept as the cell's ordinal. */
  ARCHITECTURE {
    @Override
    long encode(double value) {
      return (long) value;
    }

    @Override
    String decode(long code) {
      return isCell(code) ? new Cell((int) code).toString() : OTHER;
    }
  },
  /** A dataset's label, kept as its position. */
  DATASET {
    @Override
    long encode(double value) {
      return (long) value;
    }

    @Override
    String decode(long code) {
      Dataset[] datasets = Dataset.values();
      return code >= 0 && code < datasets.length ? datasets[(int) code].label() : OTHER;
    }
  };

  /** Stands for a blank field; no value has this code. */
  static final long BLANK = 1L << 59;

  private static final String OTHER = "another value";

  /** The canonical value of a number that is not NaN. */
  abstract long encode(double value);

  /** A canonical value as a file would print it. */
  abstract String decode(long code);

  /** The canonical value; NaN stands for a blank field. */
  long canonical(double value) {
    return Double.isNaN(value) ? BLANK : encode(value);
  }

  /** A canonical value, blank or not, for a message. */
  String print(long code) {
    return code == BLANK ? "a blank field" : decode(code);
  }

  private static boolean isCell(long code) {
    return code >= 0 && code < Cell.COUNT;
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
