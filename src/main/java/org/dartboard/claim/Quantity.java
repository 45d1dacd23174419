package org.dartboard.claim;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a figure measures, and in which unit. */
public enum Quantity {
  /** Top-1 accuracy in percent. */
  ACCURACY("accuracy", "%"),
  /** A difference of two accuracies in percentage points. */
  GAP("gap", "points"),
  /** The size of a difference of two accuracies in percentage points, 0 or more. */
  DISTANCE("distance", "points"),
  /** 100 (a - r) / r for an accuracy a and a reference accuracy r. */
  RELATIVE_IMPROVEMENT("relative-improvement", "%"),
  /** Pearson's correlation, -1 to 1. */
  PEARSON("pearson", ""),
  /** Spearman's rank correlation, -1 to 1. */
  SPEARMAN("spearman", ""),
  /** Kendall's tau-b, -1 to 1. */
  KENDALL("kendall", ""),
  /** A number of things. */
  COUNT("count", ""),
  /** A number of a search's log, in the unit of its column. */
  DIAGNOSTIC("diagnostic", ""),
  /** How long an operation of a benchmark takes, in seconds. */
  TIME("time", "s"),
  /** The largest resident memory of a benchmark's process, in units of 10^9 bytes. */
  MEMORY("memory", "GB");

  private final String label;
  private final String unit;

  Quantity(String label, String unit) {
    this.label = label;
    this.unit = unit;
  }

  /** The word that files and pages use. */
  @JsonValue
  public String label() {
    return label;
  }

  /** The unit, such as {@code %}; empty for a pure number. */
  public String unit() {
    return unit;
  }
}
