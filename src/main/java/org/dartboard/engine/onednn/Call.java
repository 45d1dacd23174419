package org.dartboard.engine.onednn;

import java.util.Set;
import org.dartboard.data.Batch;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.Want;

/** The arguments of one evaluation. */
record Call(SupernetInput input, Knobs knobs, Batch batch, Set<Want> want, SupernetOutput output) {
  boolean wantsWeights() {
    return want.contains(Want.WEIGHT_GRADIENT);
  }

  /** Whether anything is wanted that needs the products of gradients and operations' outputs. */
  boolean wantsProducts() {
    return wantsOperations() || wantsEdges();
  }

  boolean wantsOperations() {
    return want.contains(Want.OPERATION_GRADIENT);
  }

  boolean wantsEdges() {
    return want.contains(Want.EDGE_GRADIENT);
  }

  boolean wantsState() {
    return want.contains(Want.STATE);
  }

  boolean wantsGradient() {
    return wantsWeights() || wantsProducts();
  }
}
