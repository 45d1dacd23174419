package org.dartboard.cli;

/**
 * How long a network of some size takes, beside its arithmetic.
 *
 * @param engine that computed it
 * @param width channels of the first stage
 * @param cells a stage
 * @param gflop thousand million floating-point operations of a search step's convolutions
 * @param milliseconds that the step takes
 */
record Growth(String engine, int width, int cells, double gflop, double milliseconds) {
  /** In a second. */
  static final double MILLISECONDS = 1e3;

  /** Milliseconds for each GFLOP; falls or stays where time grows no faster than arithmetic. */
  double ofOneGflop() {
    return milliseconds / gflop;
  }

  /**
   * Milliseconds that the arithmetic would take alone.
   *
   * @param peak of the machine, in GFLOP/s
   */
  double floor(double peak) {
    return MILLISECONDS * gflop / peak;
  }
}
