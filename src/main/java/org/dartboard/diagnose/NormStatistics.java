package org.dartboard.diagnose;

import java.nio.FloatBuffer;
import java.util.Set;
import org.dartboard.engine.FlatBuffers;
import org.dartboard.engine.FlatVectors;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.Supernet;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.engine.Want;

/** Batch norm's running statistics, estimated anew for given weights. */
public final class NormStatistics {
  private static final Set<Want> STATE = Set.of(Want.STATE);

  private NormStatistics() {}

  /**
   * Sets the input's running statistics to the mean of the batches' own. Those of norms that are
   * not computed become 0.
   *
   * @param input its state is overwritten
   * @param auxiliaryWeight of the auxiliary skip
   * @param training batches, all of which count the same
   * @param output room for results, large enough for each batch
   */
  public static void estimate(
      Supernet supernet,
      SupernetInput input,
      double auxiliaryWeight,
      BatchSeries training,
      SupernetOutput output) {
    Knobs knobs = new Knobs(true, 0, auxiliaryWeight, 0);
    FloatBuffer sum = FlatBuffers.allocate(input.state().capacity());
    FlatVectors.clear(input.state());
    FlatVectors.clear(output.state());
    for (int i = 0; i < training.count(); i++) {
      // From a state of 0, the next one is the batch's statistics times the momentum.
      supernet.evaluate(input, knobs, training.batches().apply(i), STATE, output);
      FlatVectors.axpy(1 / SupernetSpec.MOMENTUM, output.state(), sum);
    }
    FlatVectors.copy(sum, input.state());
    FlatVectors.scale(1.0 / training.count(), input.state());
  }
}
