package org.dartboard.search.supernet.method;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.data.Batch;
import org.dartboard.engine.Want;
import org.dartboard.search.HyperParameter;
import org.dartboard.search.MethodDescription;
import org.dartboard.search.supernet.PolicyContext;
import org.dartboard.search.supernet.SearchNetwork;
import org.dartboard.search.supernet.SearchSettings;
import org.dartboard.search.supernet.Setting;
import org.dartboard.search.supernet.SupernetMethod;
import org.dartboard.search.supernet.Turn;
import org.dartboard.space.Operation;

/**
 * SmoothDARTS (Chen and Hsieh, ICML 2020): the weights are trained with p + delta in place of p,
 * where no entry of delta is larger than eps; alpha is moved without it.
 *
 * <p>RS draws delta uniformly. ADV starts there and takes 7 steps of size 2 eps / 7 along the sign
 * of dL_train/dp, back into the box after each, and keeps the result where the loss is higher than
 * without it. p + delta is cut to 0 to 1 and each edge divided by its sum. eps grows from 0.03 by
 * an equal step each epoch, to 0.3 after the last.
 */
final class SmoothDarts extends AlphaPolicy {
  private static final HyperParameter ADVERSARIAL =
      HyperParameter.whole("adversarial", 0, 0, 1, "0: random smoothing, 1: adversarial");
  private static final HyperParameter FIRST_EPSILON =
      HyperParameter.real("firstEpsilon", 0.03, 0, 1, "eps in the first epoch");
  private static final HyperParameter LAST_EPSILON =
      HyperParameter.real("lastEpsilon", 0.3, 0, 1, "eps after the last epoch");
  private static final HyperParameter ASCENT_STEPS =
      HyperParameter.whole("ascentSteps", 7, 1, 100, "steps of the adversarial form");

  static final SupernetMethod METHOD =
      new SupernetMethod(
          new MethodDescription(
              "smooth-darts",
              "SmoothDARTS",
              "Chen, Hsieh: Stabilizing Differentiable Architecture Search via Perturbation-based"
                  + " Regularization",
              2020,
              "Trains the weights at randomly or adversarially perturbed operation weights."),
          "",
          SearchSettings.benchmark().with(Setting.NESTEROV, 0).with(Setting.WEIGHT_DECAY, 3e-4),
          List.of(ADVERSARIAL, FIRST_EPSILON, LAST_EPSILON, ASCENT_STEPS),
          SmoothDarts::new);

  private static final Set<Want> ASCENT = EnumSet.of(Want.OPERATION_GRADIENT);

  private SmoothDarts(PolicyContext context) {
    super(context);
  }

  @Override
  public void arrangeWeightStep(Turn turn, SearchNetwork network, Batch training) {
    double[] p = operationWeights();
    double[] delta = random(turn.random("perturbation"), epsilon(turn));
    network.mix(
        context().values().whole(ADVERSARIAL) == 0
            ? perturbed(p, delta)
            : adversarial(turn, network, training, p, delta));
  }

  double epsilon(Turn turn) {
    double first = context().values().real(FIRST_EPSILON);
    double last = context().values().real(LAST_EPSILON);
    return first + (last - first) * turn.epoch() / turn.epochs();
  }

  static double[] random(UniformRandomProvider random, double epsilon) {
    double[] delta = new double[ALPHAS];
    for (int i = 0; i < ALPHAS; i++) {
      delta[i] = epsilon == 0 ? 0 : random.nextDouble(-epsilon, epsilon);
    }
    return delta;
  }

  /** p + delta, cut to 0 to 1, each edge divided by its sum; p where nothing is left of an edge. */
  static double[] perturbed(double[] p, double[] delta) {
    double[] perturbed = new double[ALPHAS];
    for (int first = 0; first < ALPHAS; first += Operation.COUNT) {
      double sum = 0;
      for (int i = first; i < first + Operation.COUNT; i++) {
        perturbed[i] = Math.max(0, Math.min(1, p[i] + delta[i]));
        sum += perturbed[i];
      }
      for (int i = first; i < first + Operation.COUNT; i++) {
        perturbed[i] = sum > 0 ? perturbed[i] / sum : p[i];
      }
    }
    return perturbed;
  }

  /** Projected gradient ascent on the training loss within the box of side 2 eps around p. */
  private double[] adversarial(
      Turn turn, SearchNetwork network, Batch training, double[] p, double[] start) {
    double epsilon = epsilon(turn);
    int steps = context().values().whole(ASCENT_STEPS);
    double before = loss(turn, network, training, p, EnumSet.noneOf(Want.class));
    double[] current = perturbed(p, start);
    for (int step = 0; step < steps; step++) {
      loss(turn, network, training, current, ASCENT);
      double[] gradient = network.operationGradient(network.spare());
      double[] delta = new double[ALPHAS];
      for (int i = 0; i < ALPHAS; i++) {
        double moved = current[i] + 2 * epsilon / steps * Math.signum(gradient[i]) - p[i];
        delta[i] = Math.max(-epsilon, Math.min(epsilon, moved));
      }
      current = perturbed(p, delta);
    }
    double after = loss(turn, network, training, current, EnumSet.noneOf(Want.class));
    return after > before ? current : p;
  }

  private double loss(
      Turn turn, SearchNetwork network, Batch training, double[] p, Set<Want> want) {
    network.mix(p);
    return network.evaluate(knobs(turn), training, want, network.spare()).loss();
  }
}
