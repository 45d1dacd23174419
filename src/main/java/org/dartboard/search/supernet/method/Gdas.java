package org.dartboard.search.supernet.method;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.checkpoint.SavedState;
import org.dartboard.data.Batch;
import org.dartboard.engine.OperationMode;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.engine.secondorder.ArchitectureMap;
import org.dartboard.search.HyperParameter;
import org.dartboard.search.MethodDescription;
import org.dartboard.search.supernet.PolicyContext;
import org.dartboard.search.supernet.SearchNetwork;
import org.dartboard.search.supernet.SearchSettings;
import org.dartboard.search.supernet.Setting;
import org.dartboard.search.supernet.SupernetMethod;
import org.dartboard.search.supernet.Turn;

/**
 * GDAS (Dong and Yang, CVPR 2019): each step samples one operation an edge by Gumbel's trick and
 * computes only that.
 *
 * <p>With g = -log Exp(1) drawn for each alpha, the soft weights are h = softmax((log
 * softmax(alpha) + g) / tau) and p is the one-hot of their largest; the gradient passes p as if it
 * were h. As in the benchmark's code, what was not sampled enters as the number 0, so that its
 * dL/dp is the sum of the node's gradient. One sample serves all cells of a step; tau falls
 * linearly from 10 to 0.1.
 */
final class Gdas extends AlphaPolicy {
  private static final HyperParameter FIRST_TAU =
      HyperParameter.real("firstTau", 10, 1e-3, 1e3, "temperature in the first epoch");
  private static final HyperParameter LAST_TAU =
      HyperParameter.real("lastTau", 0.1, 1e-3, 1e3, "temperature in the last epoch");

  static final SupernetMethod METHOD =
      new SupernetMethod(
          new MethodDescription(
              "gdas",
              "GDAS",
              "Dong, Yang: Searching for a Robust Neural Architecture in Four GPU Hours",
              2019,
              "Samples one operation an edge by Gumbel softmax with straight-through gradients."),
          "",
          SearchSettings.benchmark().with(Setting.EPOCHS, 250),
          List.of(FIRST_TAU, LAST_TAU),
          Gdas::new);

  private static final int[] BY_EDGE = Softmax.byEdge();

  private double tau;
  private double[] soft = new double[ALPHAS];

  private Gdas(PolicyContext context) {
    super(context);
    tau = context.values().real(FIRST_TAU);
  }

  @Override
  public void arrangeWeightStep(Turn turn, SearchNetwork network, Batch training) {
    sample(turn, "gumbel of weights", network, OperationMode.OFF);
  }

  @Override
  void arrangeArchitectureStep(Turn turn, SearchNetwork network) {
    sample(turn, "gumbel of alpha", network, OperationMode.SCALAR);
  }

  private void sample(Turn turn, String purpose, SearchNetwork network, OperationMode others) {
    double first = context().values().real(FIRST_TAU);
    tau = first + (context().values().real(LAST_TAU) - first) * turn.progress();
    soft = soften(alpha(), gumbel(turn.random(purpose)), tau);
    network.select(Decoding.largest(soft), others);
  }

  /** Standard Gumbel noise for each alpha. */
  private static double[] gumbel(UniformRandomProvider random) {
    double[] noise = new double[ALPHAS];
    for (int i = 0; i < ALPHAS; i++) {
      // 1 - u is never 0, and u = 0 would be no noise but infinity.
      double exponential = -Math.log(1 - random.nextDouble());
      noise[i] = -Math.log(Math.max(exponential, Double.MIN_NORMAL));
    }
    return noise;
  }

  /** h. */
  static double[] soften(double[] alpha, double[] noise, double tau) {
    double[] probabilities = Softmax.of(alpha, BY_EDGE);
    double[] logits = new double[ALPHAS];
    for (int i = 0; i < ALPHAS; i++) {
      logits[i] = (Math.log(probabilities[i]) + noise[i]) / tau;
    }
    return Softmax.of(logits, BY_EDGE);
  }

  /** None: alpha is trained on single operations. */
  @Override
  public Optional<ArchitectureMap> mixture(SupernetSpec spec) {
    return Optional.empty();
  }

  @Override
  double[] throughOperationWeights(double[] gradient) {
    return backward(soft, tau, gradient);
  }

  /** dL/dalpha from dL/dh: through the outer softmax, 1/tau, and the log of the inner softmax. */
  static double[] backward(double[] soft, double tau, double[] gradient) {
    double[] back = Softmax.backward(soft, gradient, BY_EDGE);
    // The gradient of the outer softmax sums to 0 on each edge, so log softmax adds nothing to it.
    for (int i = 0; i < back.length; i++) {
      back[i] /= tau;
    }
    return back;
  }

  @Override
  public void save(SavedState state) {
    super.save(state);
    state.put("tau", tau);
  }

  @Override
  public void restore(SavedState state) {
    super.restore(state);
    tau = state.get("tau", 1)[0];
  }

  @Override
  public Map<String, Double> measurements() {
    Map<String, Double> measurements = new LinkedHashMap<>();
    measurements.put("tau", tau);
    return measurements;
  }
}
