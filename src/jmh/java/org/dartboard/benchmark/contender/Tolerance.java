package org.dartboard.benchmark.contender;

/**
 * By how much two outcomes may differ.
 *
 * <p>Wide enough for rounding, which the network's batch norms magnify and its ReLUs turn into
 * other paths; narrow enough that a missing layer, gradient or step of the optimiser is seen.
 *
 * @param loss relative
 * @param gradient relative, in the Euclidean norm
 */
public record Tolerance(double loss, double gradient) {
  static final Tolerance FP32 = new Tolerance(2e-3, 0.03);
  static final Tolerance BF16 = new Tolerance(0.05, 0.5);

  /** Where rounding to bf16 may select other channels, so that gradients go elsewhere. */
  static final Tolerance BF16_SELECTION = new Tolerance(0.05, 2);
}
