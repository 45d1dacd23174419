package org.dartboard.search.supernet;

/** Mean loss and accuracy over the batches of an epoch. */
final class Tally {
  private double loss;
  private long correct;
  private long images;

  void add(BatchScore score) {
    loss += score.loss() * score.images();
    correct = score.correct() < 0 ? -1 : correct + score.correct();
    images += score.images();
  }

  /** Mean over the images, in nats; NaN where there were none. */
  double meanLoss() {
    return loss / images;
  }

  /** In percent; NaN where there were no images, or it is not known. */
  double accuracy() {
    return correct < 0 ? Double.NaN : 100.0 * correct / images;
  }
}
