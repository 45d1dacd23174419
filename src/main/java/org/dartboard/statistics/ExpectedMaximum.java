package org.dartboard.statistics;

import java.util.Arrays;

/**
 * What the best of N is expected to be, where N are drawn without replacement from a finite sample.
 *
 * <p>With the values in ascending order, the i-th of M is the largest of the N with probability C(i
 * - 1, N - 1) / C(M, N), so the expectation is a sum over order statistics: exact, no simulation.
 */
public final class ExpectedMaximum {
  private ExpectedMaximum() {}

  /**
   * The expected maximum.
   *
   * @param draws N, from 1 (the mean) to the number of values (their maximum)
   */
  public static double of(double[] values, int draws) {
    Values.requireSome(values, "the sample");
    if (draws < 1 || draws > values.length) {
      throw new IllegalArgumentException(
          draws + " draws without replacement from " + values.length + " values are impossible");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double probability = (double) draws / sorted.length;
    double expectation = 0;
    for (int rank = sorted.length; rank >= draws; rank--) {
      expectation += probability * sorted[rank - 1];
      if (rank > draws) {
        probability *= (rank - draws) / (rank - 1.0);
      }
    }
    return expectation;
  }

  /** The expected maxima of 1, 2, ... {@code largest} draws, in this order. */
  public static double[] curve(double[] values, int largest) {
    double[] curve = new double[largest];
    for (int draws = 1; draws <= largest; draws++) {
      curve[draws - 1] = of(values, draws);
    }
    return curve;
  }
}
