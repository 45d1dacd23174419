package org.dartboard.diagnose;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Set;
import org.dartboard.data.Batch;
import org.dartboard.engine.FlatBuffers;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.Supernet;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.space.Cell;

/**
 * What keeping one operation per edge costs: the accuracy of a supernet, and that of the same
 * weights with one operation of weight 1 on each edge.
 *
 * <p>For both, the running statistics of batch norm are estimated anew, as the mean over training
 * batches: those that the supernet kept would not fit the single operations, and one rule for both
 * leaves nothing but the operations to differ. The single operations go with edge weights of 1, as
 * a cell has none. Nothing of the caller's is changed.
 *
 * @param supernet accuracy with the operation weights as they are, in percent
 * @param discrete accuracy with one operation per edge, in percent
 */
public record DiscretisationGap(double supernet, double discrete) {
  /** supernet minus discrete, in percentage points. */
  public double gap() {
    return supernet - discrete;
  }

  /**
   * Measures both.
   *
   * @param mixed weights, operation weights, modes and edge weights of the supernet
   * @param cell the operations that stay
   * @param auxiliaryWeight of the auxiliary skip, for the supernet; the single operations go
   *     without
   * @param maximumBatch the most images that a batch has
   * @param training batches that the statistics are estimated on
   * @param validation batches whose images are classified
   */
  public static DiscretisationGap measure(
      Supernet supernet,
      SupernetInput mixed,
      Cell cell,
      double auxiliaryWeight,
      int maximumBatch,
      BatchSeries training,
      BatchSeries validation) {
    SupernetSpec spec = supernet.spec();
    FloatBuffer state = FlatBuffers.allocate(supernet.layout().state().length());
    SupernetInput input = new SupernetInput(spec, mixed.weights(), state);
    int operations = spec.operationWeights();
    System.arraycopy(mixed.operationWeights(), 0, input.operationWeights(), 0, operations);
    System.arraycopy(mixed.modes(), 0, input.modes(), 0, operations);
    System.arraycopy(mixed.edgeWeights(), 0, input.edgeWeights(), 0, spec.edgeWeights());
    SupernetOutput output = new SupernetOutput(spec, supernet.layout(), maximumBatch);
    double whole = accuracy(supernet, input, auxiliaryWeight, training, validation, output);
    Arrays.fill(input.edgeWeights(), 1);
    CellScores.select(cell, spec, input);
    return new DiscretisationGap(whole, accuracy(supernet, input, 0, training, validation, output));
  }

  private static double accuracy(
      Supernet supernet,
      SupernetInput input,
      double auxiliaryWeight,
      BatchSeries training,
      BatchSeries validation,
      SupernetOutput output) {
    NormStatistics.estimate(supernet, input, auxiliaryWeight, training, output);
    Knobs knobs = new Knobs(false, 0, auxiliaryWeight, 0);
    int correct = 0;
    int images = 0;
    for (int i = 0; i < validation.count(); i++) {
      Batch batch = validation.batches().apply(i);
      supernet.evaluate(input, knobs, batch, Set.of(), output);
      correct += output.correct(batch);
      images += batch.size();
    }
    return 100.0 * correct / images;
  }
}
