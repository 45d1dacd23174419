package org.dartboard.benchmark.contender;

/**
 * By how much two outcomes may differ.
 *
 * <p>Wide enough for rounding, which the network's batch norms magnify and its ReLUs turn into
 * other paths; narrow enough that a missing layer, gradient or step of the optimiser is seen.
 *
 * <p>In bf16 the gradient of alpha of a fresh network of fifteen cells is mostly rounding: it moves
 * by 0.6 of its size in libtorch and by 0.8 in the onednn engine, where that of a network of one
 * cell moves by 0.2 in both and that of the weights by 0.05 at most. So it is only held to be
 * nearer to the exact one than nothing is, and the weights' gradient says whether the work was
 * done.
 *
 * @param loss relative
 * @param weightGradient relative, in the Euclidean norm over the slices
 * @param operationGradient relative, in the Euclidean norm
 */
public record Tolerance(double loss, double weightGradient, double operationGradient) {
  static final Tolerance FP32 = new Tolerance(2e-3, 0.03, 0.03);
  static final Tolerance BF16 = new Tolerance(0.05, 0.1, 0.95);

  /** Where rounding to bf16 may select other channels, so that gradients go elsewhere. */
  static final Tolerance BF16_SELECTION = new Tolerance(0.05, 2, 2);
}
