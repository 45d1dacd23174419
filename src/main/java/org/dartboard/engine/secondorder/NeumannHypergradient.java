package org.dartboard.engine.secondorder;

import java.nio.FloatBuffer;
import org.dartboard.engine.FlatVectors;

/**
 * The hypergradient of iDARTS (Zhang et al., ICML 2021): the gradient of the validation loss
 * through weights that solve the training problem, with the inverse Hessian as a Neumann series of
 * K terms beyond the first.
 *
 * <pre>
 * v_0 = dL_val(w, alpha)/dw,   v_k = v_(k-1) - rate (H + decay) v_(k-1),   v = v_0 + ... + v_K
 * g   = dL_val(w, alpha)/dalpha - rate [d2 L_train / dalpha dw] v
 * </pre>
 *
 * H is the training loss's Hessian with respect to w. With weight decay 0 this is the authors'
 * formula; with another, that of a weight step which decays weights. The series converges to the
 * inverse where the eigenvalues of rate (H + decay) lie between 0 and 2. It costs 2 K + 1
 * evaluations with weight gradients and two without.
 *
 * <p>The authors' code differs: it multiplies H by differentiating twice, where here it is a
 * central difference; it takes the difference for the last product with a step of 0.01 over the
 * length of v_0 rather than of v; and it does not restore the weights after that (it adds a
 * multiple of v_0 where it took off one of v, and calls the noise a help). Here w is never written.
 */
public final class NeumannHypergradient {
  private final GradientProbe probe;
  private final HessianProducts products;
  private final double displacement;
  private final FloatBuffer term;
  private final FloatBuffer sum;
  private final FloatBuffer product;
  private final double[] implicit;

  /**
   * Takes differences with the displacement of {@link Displacement#DARTS}.
   *
   * @param probe evaluates; it may serve others too
   */
  public NeumannHypergradient(GradientProbe probe) {
    this(probe, Displacement.DARTS);
  }

  /**
   * @param displacement of w in all differences
   */
  public NeumannHypergradient(GradientProbe probe, double displacement) {
    this.probe = probe;
    this.displacement = displacement;
    this.products = new HessianProducts(probe);
    this.term = probe.newVector();
    this.sum = probe.newVector();
    this.product = probe.newVector();
    this.implicit = new double[probe.parameters()];
  }

  /**
   * Computes g.
   *
   * @param terms K, 0 or more; iDARTS uses 2
   * @param step rate and decay of the weights, decay 0 for the authors' formula; its momentum plays
   *     no part
   * @param into is set to g
   * @return the validation loss at w
   */
  public double gradient(
      Point point,
      BatchLoss training,
      BatchLoss validation,
      int terms,
      WeightStep step,
      double[] into) {
    if (terms < 0) {
      throw new IllegalArgumentException("a series of " + terms + " terms cannot be");
    }
    probe.moveTo(point);
    FlatVectors.copy(probe.gradients(validation, into), term);
    double loss = probe.loss();
    FlatVectors.copy(term, sum);
    for (int k = 1; k <= terms; k++) {
      products.weights(point, training, term, displacement, product);
      FlatVectors.scale(1 - step.rate() * step.weightDecay(), term);
      FlatVectors.axpy(-step.rate(), product, term);
      FlatVectors.axpy(1, term, sum);
    }
    products.mixedToArchitecture(point, training, sum, displacement, implicit);
    for (int i = 0; i < into.length; i++) {
      into[i] -= step.rate() * implicit[i];
    }
    return loss;
  }
}
