package org.dartboard.descent;

/** What the logits of one image say; they lie one after another in an array of many images'. */
public final class Logits {
  private Logits() {}

  /**
   * The class with the highest logit, the first of equals.
   *
   * @param first position of the image's first logit
   * @param classes how many there are
   */
  public static int best(float[] logits, int first, int classes) {
    int best = 0;
    for (int label = 1; label < classes; label++) {
      best = logits[first + label] > logits[first + best] ? label : best;
    }
    return best;
  }

  /**
   * The cross-entropy of the softmax of the logits, in nats.
   *
   * @param first position of the image's first logit
   * @param classes how many there are
   * @param label the image's class
   */
  public static double crossEntropy(float[] logits, int first, int classes, int label) {
    // Differences to the largest cannot overflow.
    double largest = logits[first + best(logits, first, classes)];
    double sum = 0;
    for (int other = 0; other < classes; other++) {
      sum += Math.exp(logits[first + other] - largest);
    }
    return Math.log(sum) + largest - logits[first + label];
  }
}
