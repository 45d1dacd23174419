package org.dartboard.engine.reference;

import org.apache.commons.rng.UniformRandomProvider;

/** What is done to the numbers of each result and of each gradient. */
public interface Rounding {
  /** Changes the numbers of a tensor in place. */
  void round(double[] values);

  /** Nothing. */
  static Rounding exact() {
    return values -> {};
  }

  /**
   * Random errors of the kinds that rounding makes: of each number itself; of numbers of the
   * tensor's usual size, as sums are no more exact than their terms; and of the tensor as a whole,
   * its scale and its level, as a factor or a mean that is off is off for all.
   *
   * @param size the largest error, relative to those
   */
  static Rounding random(UniformRandomProvider random, double size) {
    return values -> {
      double usual = Tape.rootMeanSquare(values);
      double factor = 1 + random.nextDouble(-size, size);
      double offset = random.nextDouble(-size, size) * usual;
      for (int i = 0; i < values.length; i++) {
        double error = random.nextDouble(-size, size) * Math.max(usual, Math.abs(values[i]));
        values[i] = factor * values[i] + offset + error;
      }
    };
  }
}
