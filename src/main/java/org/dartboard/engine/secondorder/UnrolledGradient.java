package org.dartboard.engine.secondorder;

import java.nio.FloatBuffer;
import org.dartboard.engine.FlatVectors;

/**
 * The second-order gradient of DARTS (Liu et al., ICLR 2019, equations 7 and 8): of the validation
 * loss after one unrolled step of the weights.
 *
 * <pre>
 * w' = w - rate (momentum buffer + dL_train(w, alpha)/dw + decay w)
 * g  = dL_val(w', alpha)/dalpha
 *      - rate [dL_train(w+, alpha)/dalpha - dL_train(w-, alpha)/dalpha] / (2 eps)
 * w+ and w- = w plus and minus eps dL_val(w', alpha)/dw',  eps = 0.01 / |dL_val(w', alpha)/dw'|
 * </pre>
 *
 * Four evaluations, two of which compute weight gradients.
 */
public final class UnrolledGradient {
  private final GradientProbe probe;
  private final HessianProducts products;
  private final double displacement;
  private final FloatBuffer direction;
  private final double[] implicit;

  /**
   * Takes the difference with eps as above.
   *
   * @param probe evaluates; it may serve others too
   */
  public UnrolledGradient(GradientProbe probe) {
    this(probe, Displacement.DARTS);
  }

  /**
   * @param displacement in place of 0.01
   */
  public UnrolledGradient(GradientProbe probe, double displacement) {
    this.probe = probe;
    this.displacement = displacement;
    this.products = new HessianProducts(probe);
    this.direction = probe.newVector();
    this.implicit = new double[probe.parameters()];
  }

  /**
   * Computes g.
   *
   * @param momentumBuffer what the weights' optimiser has accumulated, as long as w; zeros before
   *     its first step
   * @param into is set to g
   * @return the validation loss at w'
   */
  public double gradient(
      Point point,
      BatchLoss training,
      BatchLoss validation,
      FloatBuffer momentumBuffer,
      WeightStep step,
      double[] into) {
    probe.moveTo(point);
    FlatVectors.copy(probe.weightGradient(training), direction);
    FlatVectors.axpy(step.momentum(), momentumBuffer, direction);
    FlatVectors.axpy(step.weightDecay(), point.input().weights(), direction);
    probe.shiftWeights(point, -step.rate(), direction);
    FlatVectors.copy(probe.gradients(validation, into), direction);
    double loss = probe.loss();
    products.mixedToArchitecture(point, training, direction, displacement, implicit);
    for (int i = 0; i < into.length; i++) {
      into[i] -= step.rate() * implicit[i];
    }
    return loss;
  }
}
