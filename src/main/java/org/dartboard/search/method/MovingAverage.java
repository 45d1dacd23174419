package org.dartboard.search.method;

/**
 * An exponential moving average without the pull towards 0 of its first values: numerator and
 * denominator decay alike.
 */
final class MovingAverage {
  private final double momentum;
  private double numerator;
  private double denominator;

  MovingAverage(double momentum) {
    this.momentum = momentum;
  }

  /** Takes a value in and returns the average with it. */
  double update(double value) {
    numerator = momentum * numerator + (1 - momentum) * value;
    denominator = momentum * denominator + (1 - momentum);
    return numerator / denominator;
  }
}
