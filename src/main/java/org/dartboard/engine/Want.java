package org.dartboard.engine;

/** What a call should give besides loss and logits; what is not wanted is not computed. */
public enum Want {
  /** dL/dw. */
  WEIGHT_GRADIENT,
  /** dL/dp. */
  OPERATION_GRADIENT,
  /** dL/dq. */
  EDGE_GRADIENT,
  /** The running statistics after this batch; only in training. */
  STATE
}
