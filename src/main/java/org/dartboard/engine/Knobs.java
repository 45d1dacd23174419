package org.dartboard.engine;

/**
 * What changes from call to call and is neither a weight nor a gradient.
 *
 * @param training whether batch norm uses the batch's statistics everywhere; otherwise it uses
 *     running statistics where the network keeps them
 * @param skipDropout share of the values of each skip connection that is dropped (P-DARTS, Chen et
 *     al., ICCV 2019), 0 or more and below 1; the others are divided by 1 minus the share; only in
 *     training
 * @param auxiliaryWeight weight of the auxiliary skip; ignored where the spec has none
 * @param maskSeed what dropout masks and random channels are drawn from
 */
public record Knobs(boolean training, double skipDropout, double auxiliaryWeight, long maskSeed) {
  /** Training without dropout or auxiliary skip. */
  public static final Knobs TRAINING = new Knobs(true, 0, 0, 0);

  /** Evaluation without dropout or auxiliary skip. */
  public static final Knobs EVALUATION = new Knobs(false, 0, 0, 0);

  public Knobs {
    if (!(skipDropout >= 0 && skipDropout < 1)) {
      throw new IllegalArgumentException(
          "skip dropout " + skipDropout + " is not at least 0 and below 1");
    }
    if (!Double.isFinite(auxiliaryWeight)) {
      throw new IllegalArgumentException("auxiliary weight " + auxiliaryWeight + " is not finite");
    }
  }

  /** The share of skip values to drop in this mode: 0 in evaluation. */
  public double effectiveSkipDropout() {
    return training ? skipDropout : 0;
  }
}
