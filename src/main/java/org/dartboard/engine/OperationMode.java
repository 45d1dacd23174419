package org.dartboard.engine;

/** What a call does with one operation of one edge. */
public enum OperationMode {
  /** Computed, and weighted by its p. */
  ACTIVE,
  /** Not computed; dL/dp is 0. */
  OFF,
  /**
   * Not computed: p itself is added to every value that the operation would have made, so that
   * dL/dp is the sum of the gradient there. This is how the benchmark's GDAS (Dong and Yang, CVPR
   * 2019) lets gradients reach operations that were not sampled; their p is then 0.
   */
  SCALAR
}
