package org.dartboard.engine.nd4j;

import java.util.Set;
import org.dartboard.data.Batch;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.OperationMode;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.Want;

/** The arguments of one evaluation, and the gradients of p and q that it has gathered so far. */
record Call(SupernetInput input, Knobs knobs, Batch batch, Set<Want> want, Products products) {
  boolean wantsWeights() {
    return want.contains(Want.WEIGHT_GRADIENT);
  }

  /** Whether anything is wanted that needs the products of gradients and operations' outputs. */
  boolean wantsProducts() {
    return want.contains(Want.OPERATION_GRADIENT) || want.contains(Want.EDGE_GRADIENT);
  }

  boolean wantsState() {
    return want.contains(Want.STATE);
  }

  boolean wantsGradient() {
    return wantsWeights() || wantsProducts();
  }

  OperationMode mode(int operationIndex) {
    return input.modes()[operationIndex];
  }

  double p(int operationIndex) {
    return input.operationWeights()[operationIndex];
  }

  double q(int edgeIndex) {
    return input.edgeWeights()[edgeIndex];
  }
}
