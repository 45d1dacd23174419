package org.dartboard.search.method;

/**
 * The Adam optimiser (Kingma and Ba, ICLR 2015, algorithm 1) with its paper's decay rates 0.9 and
 * 0.999, epsilon 1e-8 and no weight decay, as PyTorch has them by default.
 */
final class Adam {
  private static final double FIRST_DECAY = 0.9;
  private static final double SECOND_DECAY = 0.999;
  private static final double EPSILON = 1e-8;

  private final double learningRate;
  private final double[] firstMoment;
  private final double[] secondMoment;
  private int steps;

  Adam(int size, double learningRate) {
    this.learningRate = learningRate;
    this.firstMoment = new double[size];
    this.secondMoment = new double[size];
  }

  /** Moves the parameters one step against the gradient of a loss. */
  void step(double[] parameters, double[] gradient) {
    steps++;
    double firstCorrection = 1 - Math.pow(FIRST_DECAY, steps);
    double secondCorrection = 1 - Math.pow(SECOND_DECAY, steps);
    for (int i = 0; i < parameters.length; i++) {
      double slope = gradient[i];
      firstMoment[i] = FIRST_DECAY * firstMoment[i] + (1 - FIRST_DECAY) * slope;
      secondMoment[i] = SECOND_DECAY * secondMoment[i] + (1 - SECOND_DECAY) * slope * slope;
      parameters[i] -=
          learningRate
              * (firstMoment[i] / firstCorrection)
              / (Math.sqrt(secondMoment[i] / secondCorrection) + EPSILON);
    }
  }
}
