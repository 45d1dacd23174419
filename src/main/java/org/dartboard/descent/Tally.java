package org.dartboard.descent;

/** Mean loss and accuracy over several batches, such as those of an epoch. */
public final class Tally {
  private double loss;
  private long correct;
  private long images;

  /** Takes a batch in. */
  public void add(BatchScore score) {
    loss += score.loss() * score.images();
    correct = score.correct() < 0 ? -1 : correct + score.correct();
    images += score.images();
  }

  /** Mean over the images, in nats; NaN where there were none. */
  public double meanLoss() {
    return loss / images;
  }

  /** In percent; NaN where there were no images, or it is not known. */
  public double accuracy() {
    return correct < 0 ? Double.NaN : 100.0 * correct / images;
  }
}
