package org.dartboard.benchmark.libtorch;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.dartboard.benchmark.contender.Workload;

/**
 * The unrolled gradient of DARTS (Liu et al., ICLR 2019, equations 7 and 8) as its authors compute
 * it: one step of the weights, the validation loss there, and a difference of two training
 * gradients. The weights are moved in place and put back, which copies less than the authors'
 * second network does.
 */
final class UnrolledGradient {
  private static final double RATE = Workload.UNROLLED_RATE;
  private static final double WEIGHT_DECAY = 5e-4;
  private static final double DISPLACEMENT = 0.01;

  private final Parameters parameters;
  private final Tensor alpha;
  private List<Double> gradient = List.of();

  UnrolledGradient(Parameters parameters, Tensor alpha) {
    this.parameters = parameters;
    this.alpha = alpha;
  }

  /** The last gradient with respect to alpha. */
  List<Double> gradient() {
    return gradient;
  }

  /** Computes the gradient. Returns the validation loss after the step. */
  double compute(Supplier<Tensor> training, Supplier<Tensor> validation) {
    TensorVector weights = parameters.trainable();
    List<Tensor> saved = new ArrayList<>();
    parameters.requireGradient(true);
    alpha.set_requires_grad(false);
    forget(weights);
    training.get().backward();
    try (NoGradGuard guard = new NoGradGuard()) {
      for (int i = 0; i < weights.size(); i++) {
        Tensor w = weights.get(i);
        saved.add(w.clone());
        // The momentum buffer is zero before the first step.
        Tensor direction = w.grad().add(w, new Scalar(WEIGHT_DECAY));
        w.add_(direction, new Scalar(-RATE));
      }
    }
    alpha.set_requires_grad(true);
    forget(weights);
    Tensor loss = validation.get();
    loss.backward();
    Tensor direct = alpha.grad().clone();
    List<Tensor> direction = new ArrayList<>();
    double squares = 0;
    for (int i = 0; i < weights.size(); i++) {
      Tensor slope = weights.get(i).grad();
      direction.add(slope);
      double norm = slope.norm().item_float();
      squares += norm * norm;
    }
    double eps = DISPLACEMENT / Math.sqrt(squares);
    parameters.requireGradient(false);
    Tensor plus = beside(weights, saved, direction, eps, training);
    Tensor minus = beside(weights, saved, direction, -eps, training);
    try (NoGradGuard guard = new NoGradGuard()) {
      for (int i = 0; i < weights.size(); i++) {
        weights.get(i).copy_(saved.get(i));
      }
    }
    keep(direct.add(plus.sub(minus), new Scalar(-RATE / (2 * eps))));
    return loss.item_float();
  }

  /** dL/dalpha of the training loss at weights that are displaced from the saved ones. */
  private Tensor beside(
      TensorVector weights,
      List<Tensor> saved,
      List<Tensor> direction,
      double distance,
      Supplier<Tensor> training) {
    try (NoGradGuard guard = new NoGradGuard()) {
      for (int i = 0; i < weights.size(); i++) {
        weights.get(i).copy_(saved.get(i));
        weights.get(i).add_(direction.get(i), new Scalar(distance));
      }
    }
    alpha.mutable_grad().reset();
    training.get().backward();
    return alpha.grad().clone();
  }

  private void forget(TensorVector weights) {
    for (int i = 0; i < weights.size(); i++) {
      weights.get(i).mutable_grad().reset();
    }
    alpha.mutable_grad().reset();
  }

  private void keep(Tensor computed) {
    FloatBuffer values = computed.contiguous().createBuffer();
    List<Double> kept = new ArrayList<>();
    for (int i = 0; i < computed.numel(); i++) {
      kept.add((double) values.get(i));
    }
    gradient = kept;
  }
}
