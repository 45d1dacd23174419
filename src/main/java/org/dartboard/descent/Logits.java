package org.dartboard.descent;

/** What the logits of one image say; they lie one after another in an array of many images'. */
public final class Logits {
  private Logits() {}

  /**
   * The cross-entropy of the softmax of the logits, in nats.
   *
   * @param first position of the image's first logit
   * @param classes how many there are
   * @param label the image's class
   */
  public static double crossEntropy(float[] logits, int first, int classes, int label) {
    // Differences to the largest cannot overflow.
    double largest = logits[first];
    for (int other = 1; other < classes; other++) {
      largest = Math.max(largest, logits[first + other]);
    }
    double sum = 0;
    for (int other = 0; other < classes; other++) {
      sum += Math.exp(logits[first + other] - largest);
    }
    return Math.log(sum) + largest - logits[first + label];
  }
}
