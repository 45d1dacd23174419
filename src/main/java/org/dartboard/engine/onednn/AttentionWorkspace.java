package org.dartboard.engine.onednn;

/** Tensors that all edges of a stage with channel attention share. */
final class AttentionWorkspace {
  /** A node times an edge's ratings; also free for use in between. */
  final Tensor attended;

  /** Gradient of {@link #attended}. */
  final Tensor attendedGradient;

  /** Sums of the shape of nodes. */
  final Sum sum;

  /**
   * @param nodes shape of the nodes
   */
  AttentionWorkspace(Kernels kernels, Shape nodes) {
    attended = kernels.onednn().images(nodes);
    attendedGradient = kernels.onednn().images(nodes);
    sum = new Sum(kernels, nodes);
  }
}
