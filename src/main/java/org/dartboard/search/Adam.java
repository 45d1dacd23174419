package org.dartboard.search;

import java.util.Arrays;

/**
 * The Adam optimiser (Kingma and Ba, ICLR 2015, algorithm 1), with weight decay as PyTorch has it:
 * added to the gradient.
 */
public final class Adam {
  /**
   * Hyper-parameters.
   *
   * @param learningRate step size
   * @param firstDecay of the average of gradients
   * @param secondDecay of the average of squared gradients
   * @param epsilon added to the root of the second average
   * @param weightDecay share of the parameters that is added to the gradient
   */
  public record Settings(
      double learningRate,
      double firstDecay,
      double secondDecay,
      double epsilon,
      double weightDecay) {
    /** The paper's decay rates and epsilon, no weight decay. */
    public static Settings standard(double learningRate) {
      return new Settings(learningRate, 0.9, 0.999, 1e-8, 0);
    }
  }

  private final Settings settings;
  private final double[] firstMoment;
  private final double[] secondMoment;
  private int steps;

  /** An optimiser of {@code size} parameters before its first step. */
  public Adam(int size, Settings settings) {
    this.settings = settings;
    this.firstMoment = new double[size];
    this.secondMoment = new double[size];
  }

  /** Moves the parameters one step against the gradient of a loss. */
  public void step(double[] parameters, double[] gradient) {
    steps++;
    double first = settings.firstDecay;
    double second = settings.secondDecay;
    double firstCorrection = 1 - Math.pow(first, steps);
    double secondCorrection = 1 - Math.pow(second, steps);
    for (int i = 0; i < parameters.length; i++) {
      double slope = gradient[i] + settings.weightDecay * parameters[i];
      firstMoment[i] = first * firstMoment[i] + (1 - first) * slope;
      secondMoment[i] = second * secondMoment[i] + (1 - second) * slope * slope;
      parameters[i] -=
          settings.learningRate
              * (firstMoment[i] / firstCorrection)
              / (Math.sqrt(secondMoment[i] / secondCorrection) + settings.epsilon);
    }
  }

  /** All that changes from step to step: the number of steps, then both averages. */
  public double[] state() {
    double[] state = new double[1 + 2 * firstMoment.length];
    state[0] = steps;
    System.arraycopy(firstMoment, 0, state, 1, firstMoment.length);
    System.arraycopy(secondMoment, 0, state, 1 + firstMoment.length, secondMoment.length);
    return state;
  }

  /**
   * Goes on from a {@link #state}.
   *
   * @throws IllegalArgumentException if it is that of another number of parameters
   */
  public void restore(double[] state) {
    int size = firstMoment.length;
    if (state.length != 1 + 2 * size) {
      throw new IllegalArgumentException(
          "the state of Adam has " + state.length + " numbers, not " + (1 + 2 * size));
    }
    steps = (int) state[0];
    System.arraycopy(Arrays.copyOfRange(state, 1, 1 + size), 0, firstMoment, 0, size);
    System.arraycopy(Arrays.copyOfRange(state, 1 + size, state.length), 0, secondMoment, 0, size);
  }
}
