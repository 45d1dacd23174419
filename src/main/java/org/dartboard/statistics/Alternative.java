package org.dartboard.statistics;

/** The alternative hypothesis of a test. */
public enum Alternative {
  /** What was observed is greater than chance would have it. */
  GREATER,
  /** What was observed is less than chance would have it. */
  LESS,
  /** What was observed differs from chance in either direction. */
  TWO_SIDED
}
