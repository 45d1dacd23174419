package org.dartboard.descent;

/**
 * A learning rate that falls by half a cosine from epoch to epoch (SGDR, Loshchilov and Hutter,
 * ICLR 2017, equation 5, without restarts). After its last epoch it goes on along the cosine, up
 * and down again, as the schedule of NAS-Bench-201's searches does.
 *
 * @param first the rate of epoch 0
 * @param last the rate that epoch {@code epochs} would have
 * @param epochs at least 1
 */
public record CosineSchedule(double first, double last, int epochs) {
  /**
   * @throws IllegalArgumentException if a rate is negative or not finite, or there is no epoch
   */
  public CosineSchedule {
    if (!(first >= 0 && last >= 0 && Double.isFinite(first) && Double.isFinite(last))) {
      throw new IllegalArgumentException(
          "learning rates from " + first + " to " + last + " are not 0 or more and finite");
    }
    if (epochs < 1) {
      throw new IllegalArgumentException("a schedule of " + epochs + " epochs cannot be");
    }
  }

  /**
   * The learning rate of an epoch.
   *
   * @param epoch from 0
   */
  public double rate(int epoch) {
    return last + (first - last) * (1 + Math.cos(Math.PI * epoch / epochs)) / 2;
  }
}
