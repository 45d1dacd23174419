package org.dartboard.engine.secondorder;

/**
 * The step of stochastic gradient descent that an unrolled gradient looks through.
 *
 * @param rate learning rate η of the weights, 0 or more; with 0 the unrolled gradient is that of
 *     first order
 * @param momentum factor of the momentum buffer, 0 or more and below 1
 * @param weightDecay factor of the weights in their gradient, 0 or more
 */
public record WeightStep(double rate, double momentum, double weightDecay) {
  /**
   * @throws IllegalArgumentException naming the fields that are out of range
   */
  public WeightStep {
    boolean valid =
        rate >= 0
            && Double.isFinite(rate)
            && momentum >= 0
            && momentum < 1
            && weightDecay >= 0
            && Double.isFinite(weightDecay);
    if (!valid) {
      throw new IllegalArgumentException(
          "no such step: learning rate "
              + rate
              + " (0 or more), momentum "
              + momentum
              + " (0 or more and below 1), weight decay "
              + weightDecay
              + " (0 or more)");
    }
  }
}
