package org.dartboard.report.data;

/** What a claim needs in order to be tested. */
public enum Kind implements Worded {
  /** Follows from the benchmark table alone. */
  TABLE("table"),
  /** Needs architecture searches. */
  SEARCH("search"),
  /** Needs training from scratch. */
  TRAINING("training"),
  /** Measured by the benchmark suites: time and memory. */
  BENCHMARK("benchmark"),
  /** Cannot be run here; only the published figures are shown. */
  PUBLISHED_ONLY("published-only");

  private final String text;

  Kind(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
