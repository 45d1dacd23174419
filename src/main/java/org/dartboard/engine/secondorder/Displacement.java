package org.dartboard.engine.secondorder;

import java.nio.FloatBuffer;
import org.dartboard.engine.DivergenceException;
import org.dartboard.engine.FlatVectors;

/**
 * How far apart the two legs of a central difference lie.
 *
 * <p>A displacement is a distance: the legs lie that far from the point on either side, whatever
 * the length of the direction. The step, by which the direction is multiplied, is the displacement
 * over the direction's length; so the papers say it too (DARTS: 0.01 over the length).
 *
 * <p>The standard displacements balance two errors. Rounding puts an error into each gradient that
 * does not shrink with the displacement h, so that the quotient's grows as 1/h; what the quotient
 * leaves out grows as h squared. Measured on random networks (the table is in {@code
 * docs/engine.md}), they are about equal, near 1e-4 of the product's length, at these values.
 */
public final class Displacement {
  /** The displacement of w that DARTS and iDARTS take differences with. */
  public static final double DARTS = 0.01;

  /** Displacement of alpha that goes through a softmax, whose scale is 1. */
  public static final double ARCHITECTURE = 0.01;

  /**
   * Displacement of alpha for its Hessian on a batch: wide enough for the jumps of the gradient at
   * corners of ReLUs to average out, where {@link #ARCHITECTURE} measures mostly these.
   */
  public static final double ARCHITECTURE_HESSIAN = 0.3;

  private static final double SHARE_OF_WEIGHTS = 1.0 / 2048;

  private Displacement() {}

  /** Displacement of w: a fixed share of its length. */
  public static double ofWeights(FloatBuffer w) {
    return SHARE_OF_WEIGHTS * FlatVectors.norm(w);
  }

  /**
   * The step that a direction is multiplied with; 0 for a direction of length 0.
   *
   * @throws IllegalArgumentException if the displacement is not positive
   * @throws DivergenceException if the direction, which is a gradient as a rule, is not finite
   */
  static double step(double displacement, double length) {
    if (!(displacement > 0 && Double.isFinite(displacement))) {
      throw new IllegalArgumentException(
          "displacement " + displacement + " is not a positive number");
    }
    if (!Double.isFinite(length)) {
      throw new DivergenceException(
          "the direction of a finite difference has length "
              + length
              + ": the gradients have grown too large. Lower the learning rate or clip the"
              + " gradient");
    }
    return length == 0 ? 0 : displacement / length;
  }
}
