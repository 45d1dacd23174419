package org.dartboard.claim;

import com.fasterxml.jackson.annotation.JsonValue;

/** The protocol that a published figure belongs to; figures are never compared across families. */
public enum Family {
  /** Searched on CIFAR-10 alone; the cell found is reported on all datasets. */
  SEARCHED_ON_CIFAR10("searched-on-cifar10"),
  /** Searched on each dataset for itself. */
  SEARCHED_PER_DATASET("searched-per-dataset"),
  /** A property of the benchmark, without any search. */
  BENCHMARK("benchmark"),
  /** Measured on another search space. */
  OTHER_SPACE("other-space"),
  /** The quoting source does not say. */
  UNKNOWN("unknown");

  private final String label;

  Family(String label) {
    this.label = label;
  }

  /** The word that files and pages use. */
  @JsonValue
  public String label() {
    return label;
  }
}
