package org.dartboard.table;

/** Where a table's figures come from. Whoever shows figures says it. */
public enum TableSource {
  /** The published benchmark. */
  NAS_BENCH_201("NAS-Bench-201", ""),
  /** Our own stand-in for it. */
  EMBEDDED(
      "embedded, not NAS-Bench-201",
      "EMBEDDED STAND-IN, NOT NAS-BENCH-201: these figures were computed by Dartboard with tiny"
          + " networks on generated images. Dataset names and epochs are those that the stand-in"
          + " answers for, and an index is not the benchmark's. 'dartboard data pull nasbench201'"
          + " gets the published table");

  private final String label;
  private final String warning;

  TableSource(String label, String warning) {
    this.label = label;
    this.warning = warning;
  }

  /** The name in files and output. */
  public String label() {
    return label;
  }

  /** What must be said beside every figure; empty for the published benchmark. */
  public String warning() {
    return warning;
  }

  /** Whether the figures are those of the published benchmark. */
  public boolean published() {
    return this == NAS_BENCH_201;
  }

  @Override
  public String toString() {
    return label;
  }
}
