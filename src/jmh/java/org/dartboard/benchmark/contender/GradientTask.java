package org.dartboard.benchmark.contender;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.dartboard.data.Batch;
import org.dartboard.engine.FlatBuffers;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.OperationMode;
import org.dartboard.engine.Supernet;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.engine.Want;
import org.dartboard.engine.WeightInitialization;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;
import org.dartboard.workload.MomentumDescent;

/** All gradients of a supernet, or a weight step of a discrete network. */
final class GradientTask implements EngineTask {
  private static final int PER_CELL = Edge.COUNT * Operation.COUNT;

  private final Supernet supernet;
  private final Batch training;
  private final SupernetInput input;
  private final SupernetOutput output;
  private final MomentumDescent descent;
  private final boolean moves;
  private final Set<Want> want;

  GradientTask(Supernet supernet, Workload workload) {
    this.supernet = supernet;
    training = workload.training();
    SupernetSpec spec = workload.spec();
    int weights = supernet.layout().weights().length();
    input =
        new SupernetInput(
            spec,
            FlatBuffers.allocate(weights),
            FlatBuffers.allocate(supernet.layout().state().length()));
    WeightInitialization.weights(supernet.layout(), workload.streams(), input.weights());
    WeightInitialization.state(supernet.layout(), input.state());
    output = new SupernetOutput(spec, supernet.layout(), workload.batchSize());
    descent = new MomentumDescent(weights);
    moves = workload.work() == Work.TRAINING_STEP;
    want = EnumSet.of(Want.WEIGHT_GRADIENT, Want.STATE);
    if (!moves) {
      want.add(Want.OPERATION_GRADIENT);
      Arrays.fill(input.operationWeights(), 1.0 / Operation.COUNT);
      for (int cell = workload.mixedCells(); cell < spec.cells(); cell++) {
        handOn(spec, cell);
      }
    }
  }

  /** Leaves a skip connection from a cell's input to its output, and nothing else. */
  private void handOn(SupernetSpec spec, int cell) {
    int first = cell * PER_CELL;
    Arrays.fill(input.modes(), first, first + PER_CELL, OperationMode.OFF);
    Arrays.fill(input.operationWeights(), first, first + PER_CELL, 0);
    int skip = spec.operationIndex(cell, Edge.FROM_0_TO_3, Operation.SKIP_CONNECT);
    input.modes()[skip] = OperationMode.ACTIVE;
    input.operationWeights()[skip] = 1;
  }

  @Override
  public double run() {
    supernet.evaluate(input, Knobs.TRAINING, training, want, output);
    input.state().put(0, output.state(), 0, input.state().capacity());
    if (moves) {
      descent.step(input.weights(), output.weightGradient());
    }
    return output.loss();
  }

  @Override
  public FloatBuffer weightGradient() {
    return output.weightGradient();
  }

  @Override
  public double[] operationGradient() {
    if (moves) {
      return new double[0];
    }
    double[] sums = new double[PER_CELL];
    double[] gradient = output.operationGradient();
    for (int i = 0; i < gradient.length; i++) {
      // A cell that hands its input on has no operation weights of its own.
      sums[i % PER_CELL] += input.operationWeights()[i] == 1 ? 0 : gradient[i];
    }
    return sums;
  }
}
