package org.dartboard.engine.secondorder;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.dartboard.engine.FlatVectors;

/**
 * Products of a direction with the four blocks of the Hessian of a loss L(w, alpha), by central
 * differences of gradients at w or alpha plus and minus a step times the direction.
 *
 * <p>Each takes a displacement, which is explained and has its standard values in {@link
 * Displacement}, and costs two evaluations, of which only those that give dL/dw compute weight
 * gradients. A direction of zeros gives zeros.
 *
 * <p>Where a ReLU changes sides between the legs, the quotient holds the jump of the gradient
 * there, which the Hessian at the point itself does not know. Differences over many images see the
 * curvature that these jumps add up to; differentiating twice, as some papers' code does, sees none
 * of it.
 */
public final class HessianProducts {
  private final GradientProbe probe;
  private final double[] below;

  /**
   * @param probe evaluates the legs; it may serve others too
   */
  public HessianProducts(GradientProbe probe) {
    this.probe = probe;
    this.below = new double[probe.parameters()];
  }

  /**
   * The w block: the Hessian with respect to w times a direction in w.
   *
   * @param into is set to the product; another buffer than {@code direction}
   */
  public void weights(
      Point point, BatchLoss loss, FloatBuffer direction, double displacement, FloatBuffer into) {
    requireOther(direction, into);
    double step = Displacement.step(displacement, FlatVectors.norm(direction));
    if (step == 0) {
      FlatVectors.clear(into);
      return;
    }
    probe.shiftWeights(point, step, direction);
    FlatVectors.copy(probe.weightGradient(loss), into);
    probe.shiftWeights(point, -step, direction);
    subtractAndDivide(into, probe.weightGradient(loss), step);
  }

  /**
   * The alpha block: the Hessian with respect to alpha times a direction in alpha.
   *
   * @param into is set to the product; another array than {@code direction}
   */
  public void architecture(
      Point point, BatchLoss loss, double[] direction, double displacement, double[] into) {
    requireOther(direction, into);
    double step = Displacement.step(displacement, FlatVectors.norm(direction));
    if (step == 0) {
      Arrays.fill(into, 0);
      return;
    }
    probe.shiftArchitecture(point, step, direction);
    probe.architectureGradient(loss, into);
    probe.shiftArchitecture(point, -step, direction);
    probe.architectureGradient(loss, below);
    subtractAndDivide(into, step);
  }

  /**
   * The mixed block from w to alpha: the gradient with respect to alpha of the inner product of
   * dL/dw and a direction in w (the product that DARTS and iDARTS need).
   *
   * @param into is set to the product
   */
  public void mixedToArchitecture(
      Point point, BatchLoss loss, FloatBuffer direction, double displacement, double[] into) {
    double step = Displacement.step(displacement, FlatVectors.norm(direction));
    if (step == 0) {
      Arrays.fill(into, 0);
      return;
    }
    probe.shiftWeights(point, step, direction);
    probe.architectureGradient(loss, into);
    probe.shiftWeights(point, -step, direction);
    probe.architectureGradient(loss, below);
    subtractAndDivide(into, step);
  }

  /**
   * The mixed block from alpha to w: the gradient with respect to w of the inner product of
   * dL/dalpha and a direction in alpha (with {@link CellWeights}, the product that Λ-DARTS needs).
   *
   * @param into is set to the product
   */
  public void mixedToWeights(
      Point point, BatchLoss loss, double[] direction, double displacement, FloatBuffer into) {
    double step = Displacement.step(displacement, FlatVectors.norm(direction));
    if (step == 0) {
      FlatVectors.clear(into);
      return;
    }
    probe.shiftArchitecture(point, step, direction);
    FlatVectors.copy(probe.weightGradient(loss), into);
    probe.shiftArchitecture(point, -step, direction);
    subtractAndDivide(into, probe.weightGradient(loss), step);
  }

  private void subtractAndDivide(double[] above, double step) {
    for (int i = 0; i < above.length; i++) {
      above[i] = (above[i] - below[i]) / (2 * step);
    }
  }

  private static void subtractAndDivide(FloatBuffer above, FloatBuffer below, double step) {
    FlatVectors.axpy(-1, below, above);
    FlatVectors.scale(1 / (2 * step), above);
  }

  // A buffer's equals compares content; which memory it is, is what matters here.
  @SuppressWarnings("ReferenceEquality")
  private static void requireOther(Object direction, Object into) {
    if (direction == into) {
      throw new IllegalArgumentException("a product cannot be written over its own direction");
    }
  }
}
