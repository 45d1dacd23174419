package org.dartboard.engine.secondorder;

import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.SupernetSpec;

/**
 * alpha is p itself, each cell with its own.
 *
 * <p>With it, derivatives are per cell, as the layer alignment of Λ-DARTS (Movahedi et al., ICLR
 * 2023) needs them: the gradient is dL/dp by [cell][edge][operation], and the mixed product to w
 * with a direction v per cell is the gradient of the inner product of v and dL/dp.
 */
public final class CellWeights implements ArchitectureMap {
  private final int parameters;

  public CellWeights(SupernetSpec spec) {
    parameters = spec.operationWeights();
  }

  @Override
  public int parameters() {
    return parameters;
  }

  @Override
  public void apply(double[] alpha, SupernetInput input) {
    System.arraycopy(alpha, 0, input.operationWeights(), 0, parameters);
  }

  @Override
  public void pullBack(double[] alpha, SupernetOutput output, double[] gradient) {
    System.arraycopy(output.operationGradient(), 0, gradient, 0, parameters);
  }
}
