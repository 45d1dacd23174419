package org.dartboard.engine.onednn;

/** One cell: its nodes, the operations between them, and where their gradients go. */
sealed interface CellPlan permits FullCell, PartialCell, AttentionCell {
  /** Node 3. */
  Tensor output();

  /** Computes all nodes from the input. */
  void forward(Call call);

  /**
   * Computes the cell's gradients from that of its output.
   *
   * @param wanted whether the gradient of the cell's input is
   */
  void backward(Call call, boolean wanted);
}
