package org.dartboard.engine.nd4j;

/** The mean over images of the negative log of the label's softmax, in double precision. */
final class CrossEntropy {
  private final int classes;
  private final float[] gradient;

  CrossEntropy(int count, int classes) {
    this.classes = classes;
    gradient = new float[count * classes];
  }

  /**
   * Computes the loss, in nats, and its gradient.
   *
   * @param logits [image][class]
   */
  double loss(float[] logits, int[] labels) {
    int count = gradient.length / classes;
    double[] exponentials = new double[classes];
    double loss = 0;
    for (int image = 0; image < count; image++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int each = 0; each < classes; each++) {
        largest = Math.max(largest, logits[image * classes + each]);
      }
      double sum = 0;
      for (int each = 0; each < classes; each++) {
        exponentials[each] = Math.exp(logits[image * classes + each] - largest);
        sum += exponentials[each];
      }
      loss -= (logits[image * classes + labels[image]] - largest - Math.log(sum)) / count;
      for (int each = 0; each < classes; each++) {
        double target = each == labels[image] ? 1 : 0;
        gradient[image * classes + each] = (float) ((exponentials[each] / sum - target) / count);
      }
    }
    return loss;
  }

  /** The last loss's gradient, [image][class]; the array itself. */
  float[] gradient() {
    return gradient;
  }
}
