package org.dartboard.claim;

import com.fasterxml.jackson.annotation.JsonValue;

/** What it takes to check a claim. */
public enum ClaimKind {
  /** Computed from the benchmark table alone. */
  TABLE("table"),
  /** Needs supernet searches. */
  SEARCH("search"),
  /** Needs networks trained from scratch. */
  TRAINING("training"),
  /** Measured by the benchmark suites: time and memory. */
  BENCHMARK("benchmark"),
  /** Cannot be checked here; the claim says why. */
  PUBLISHED_ONLY("published-only");

  private final String label;

  ClaimKind(String label) {
    this.label = label;
  }

  /** The word that files and pages use. */
  @JsonValue
  public String label() {
    return label;
  }
}
