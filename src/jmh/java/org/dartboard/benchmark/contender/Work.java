package org.dartboard.benchmark.contender;

/** What a contender does each time. */
public enum Work {
  /** A weight step and an alpha step of first-order DARTS. */
  SEARCH_STEP,
  /** The loss and its gradients with respect to weights and operation weights. */
  GRADIENTS,
  /** The gradient of DARTS's second order: the unrolled gradient with respect to alpha. */
  UNROLLED_GRADIENT,
  /** A weight step of a discrete network. */
  TRAINING_STEP
}
