package org.dartboard.engine.onednn;

import java.util.Set;
import org.dartboard.data.Batch;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.Want;

/**
 * The arguments of one evaluation; the object is used again for the next, which so takes no heap.
 */
final class Call {
  private SupernetInput input;
  private Knobs knobs;
  private Batch batch;
  private Set<Want> want;
  private SupernetOutput output;

  Call(SupernetInput input, Knobs knobs, Batch batch, Set<Want> want, SupernetOutput output) {
    this.input = input;
    this.knobs = knobs;
    this.batch = batch;
    this.want = want;
    this.output = output;
  }

  /** Takes over the arguments of the next evaluation. */
  void set(
      SupernetInput nextInput,
      Knobs nextKnobs,
      Batch nextBatch,
      Set<Want> nextWant,
      SupernetOutput nextOutput) {
    input = nextInput;
    knobs = nextKnobs;
    batch = nextBatch;
    want = nextWant;
    output = nextOutput;
  }

  SupernetInput input() {
    return input;
  }

  Knobs knobs() {
    return knobs;
  }

  Batch batch() {
    return batch;
  }

  SupernetOutput output() {
    return output;
  }

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
