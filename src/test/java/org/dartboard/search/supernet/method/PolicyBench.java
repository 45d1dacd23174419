package org.dartboard.search.supernet.method;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.dartboard.data.Batch;
import org.dartboard.data.Layout;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.Want;
import org.dartboard.engine.reference.ReferenceEngine;
import org.dartboard.search.supernet.PolicyContext;
import org.dartboard.search.supernet.SearchBatches;
import org.dartboard.search.supernet.SearchNetwork;
import org.dartboard.search.supernet.SearchPlan;
import org.dartboard.search.supernet.SupernetMethod;
import org.dartboard.search.supernet.TinySearches;
import org.dartboard.search.supernet.Turn;

/**
 * A policy on the double-precision reference, for comparing its gradients with finite differences.
 *
 * @param <P> the policy
 */
final class PolicyBench<P extends org.dartboard.search.supernet.SearchPolicy> {
  private static final double STEP = 1e-5;

  final SearchPlan plan;
  final P policy;
  final SearchNetwork network;
  final SearchBatches batches;

  @SuppressWarnings("unchecked")
  PolicyBench(SupernetMethod method, Map<String, ?> given) {
    plan = TinySearches.plan(method, 7, given);
    policy =
        (P)
            method
                .builder()
                .apply(
                    new PolicyContext(
                        plan.settings(),
                        plan.values(),
                        TinySearches.SIDE,
                        TinySearches.CLASSES,
                        plan.streams()));
    network =
        new SearchNetwork(ReferenceEngine::new, policy.spec(0), plan.settings(), plan.streams());
    batches = new SearchBatches(TinySearches.data(), plan);
  }

  Turn turn(int epoch, int epochs) {
    return new Turn(0, epoch, epochs, 0, plan.streams());
  }

  /** A copy, so that the next call does not overwrite it. */
  Batch batch(long number) {
    Batch made = batches.scoring(number);
    Batch copy = Batch.allocate(made.capacity(), made.side(), Layout.NHWC);
    copy.images().put(0, made.images(), 0, made.images().capacity());
    System.arraycopy(made.labels(), 0, copy.labels(), 0, made.size());
    copy.setSize(made.size());
    return copy;
  }

  double loss(Knobs knobs, Batch batch) {
    return network.evaluate(knobs, batch, EnumSet.noneOf(Want.class), network.spare()).loss();
  }

  static Set<Want> everything() {
    return EnumSet.of(Want.WEIGHT_GRADIENT, Want.OPERATION_GRADIENT, Want.EDGE_GRADIENT);
  }

  /** The central difference of a function by each of its parameters. */
  static double[] differences(double[] parameters, ToDoubleFunction<double[]> function) {
    double[] gradient = new double[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      double kept = parameters[i];
      parameters[i] = kept + STEP;
      double above = function.applyAsDouble(parameters);
      parameters[i] = kept - STEP;
      double below = function.applyAsDouble(parameters);
      parameters[i] = kept;
      gradient[i] = (above - below) / (2 * STEP);
    }
    return gradient;
  }
}
