package org.dartboard.engine.secondorder;

import java.util.Set;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.Want;

/**
 * How architecture parameters alpha become operation weights p (and edge weights q, if they do), a
 * pure function, and its derivative.
 */
public interface ArchitectureMap {
  /** How many numbers alpha has. */
  int parameters();

  /**
   * Sets p, and q if it depends on alpha; leaves all else of the input as it is.
   *
   * @param alpha {@link #parameters} numbers
   */
  void apply(double[] alpha, SupernetInput input);

  /** The gradients that {@link #pullBack} reads: that of p unless the map says otherwise. */
  default Set<Want> gradients() {
    return Set.of(Want.OPERATION_GRADIENT);
  }

  /**
   * The chain rule: the transposed Jacobian of the map times the loss's gradients.
   *
   * @param alpha where the Jacobian is taken
   * @param output holds the gradients that {@link #gradients} names, at p and q of that alpha
   * @param gradient is set to dL/dalpha
   */
  void pullBack(double[] alpha, SupernetOutput output, double[] gradient);
}
