package org.dartboard.workload;

/**
 * Adam with learning rate 3e-4, decay rates 0.5 and 0.999 and weight decay 1e-3 added to the
 * gradient, as DARTS steps its architecture parameters.
 */
final class ArchitectureAdam {
  private static final double RATE = 3e-4;
  private static final double FIRST_DECAY = 0.5;
  private static final double SECOND_DECAY = 0.999;
  private static final double WEIGHT_DECAY = 1e-3;
  private static final double EPSILON = 1e-8;

  private final double[] firstMoment;
  private final double[] secondMoment;
  private int steps;

  ArchitectureAdam(int length) {
    firstMoment = new double[length];
    secondMoment = new double[length];
  }

  void step(double[] parameters, double[] gradient) {
    steps++;
    double firstCorrection = 1 - Math.pow(FIRST_DECAY, steps);
    double secondCorrection = 1 - Math.pow(SECOND_DECAY, steps);
    for (int i = 0; i < parameters.length; i++) {
      double slope = gradient[i] + WEIGHT_DECAY * parameters[i];
      firstMoment[i] = FIRST_DECAY * firstMoment[i] + (1 - FIRST_DECAY) * slope;
      secondMoment[i] = SECOND_DECAY * secondMoment[i] + (1 - SECOND_DECAY) * slope * slope;
      parameters[i] -=
          RATE
              * (firstMoment[i] / firstCorrection)
              / (Math.sqrt(secondMoment[i] / secondCorrection) + EPSILON);
    }
  }
}
