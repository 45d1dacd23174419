package org.dartboard.search.supernet;

import java.nio.FloatBuffer;
import java.util.Set;
import org.dartboard.checkpoint.SavedState;
import org.dartboard.data.Batch;
import org.dartboard.descent.BatchScore;
import org.dartboard.descent.WeightOptimizer;
import org.dartboard.engine.EngineDescription;
import org.dartboard.engine.FlatBuffers;
import org.dartboard.engine.FlatVectors;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.OperationMode;
import org.dartboard.engine.Supernet;
import org.dartboard.engine.SupernetFactory;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.engine.Want;
import org.dartboard.engine.WeightInitialization;
import org.dartboard.random.RandomStreams;
import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A supernet together with its weights, running statistics and optimiser: what a stage of a search
 * trains.
 */
public final class SearchNetwork implements AutoCloseable {
  private final Supernet supernet;
  private final SupernetSpec spec;
  private final int batchSize;
  private final SupernetInput input;
  private final SupernetOutput output;
  private final WeightOptimizer optimizer;
  private @Nullable SupernetOutput spare;

  /**
   * Makes a network with fresh weights.
   *
   * @param streams what the weights are drawn from
   * @throws org.dartboard.engine.EngineException if the engine cannot make the network
   */
  public SearchNetwork(
      SupernetFactory engine, SupernetSpec spec, SearchSettings settings, RandomStreams streams) {
    this.spec = spec;
    this.batchSize = settings.whole(Setting.BATCH_SIZE);
    this.supernet = engine.create(spec, batchSize);
    SupernetLayout layout = supernet.layout();
    FloatBuffer weights = FlatBuffers.allocate(layout.weights().length());
    FloatBuffer state = FlatBuffers.allocate(layout.state().length());
    WeightInitialization.weights(layout, streams, weights);
    WeightInitialization.state(layout, state);
    this.input = new SupernetInput(spec, weights, state);
    this.output = new SupernetOutput(spec, layout, batchSize);
    this.optimizer =
        new WeightOptimizer(
            layout.weights().length(), settings.descent(), settings.learningRate(0));
  }

  /** What network it is. */
  public SupernetSpec spec() {
    return spec;
  }

  /** The function itself, without weights. */
  public Supernet supernet() {
    return supernet;
  }

  /** What computes it. */
  public EngineDescription description() {
    return supernet.description();
  }

  /** The largest batch that it takes. */
  public int batchSize() {
    return batchSize;
  }

  /** w, s, p, q and modes of the next evaluation. */
  public SupernetInput input() {
    return input;
  }

  /** The results of the last evaluation by {@link #evaluate(Knobs, Batch, Set)}. */
  public SupernetOutput output() {
    return output;
  }

  /** Room for results beside {@link #output}, for finite differences. */
  public SupernetOutput spare() {
    if (spare == null) {
      spare = new SupernetOutput(spec, supernet.layout(), batchSize);
    }
    return spare;
  }

  /** dL/dw of the last evaluation that wanted it, which the next step on the weights takes. */
  public FloatBuffer weightGradient() {
    return output.weightGradient();
  }

  /** What moves the weights. */
  public WeightOptimizer optimizer() {
    return optimizer;
  }

  /**
   * Evaluates a batch. Where the running statistics are wanted, they become the network's.
   *
   * @return loss and correctly classified images
   */
  public BatchScore evaluate(Knobs knobs, Batch batch, Set<Want> want) {
    supernet.evaluate(input, knobs, batch, want, output);
    if (want.contains(Want.STATE)) {
      FlatVectors.copy(output.state(), input.state());
    }
    return BatchScore.of(batch, output);
  }

  /** Evaluates a batch into memory of the caller's choice and changes nothing of the network. */
  public BatchScore evaluate(Knobs knobs, Batch batch, Set<Want> want, SupernetOutput into) {
    supernet.evaluate(input, knobs, batch, want, into);
    return BatchScore.of(batch, into);
  }

  /** Clips the gradient and moves the weights one step. */
  void step() {
    optimizer.clip(output.weightGradient());
    optimizer.step(input.weights(), output.weightGradient());
  }

  /**
   * Makes all operations active, in every cell with the same weights.
   *
   * @param operationWeights by edge and operation, 6 x 5 numbers
   */
  public void mix(double[] operationWeights) {
    mix(operationWeights, input);
  }

  private void mix(double[] operationWeights, SupernetInput into) {
    for (int cell = 0; cell < spec.cells(); cell++) {
      for (Edge edge : Edge.all()) {
        for (Operation operation : Operation.values()) {
          int index = spec.operationIndex(cell, edge, operation);
          into.operationWeights()[index] =
              operationWeights[edge.ordinal() * Operation.COUNT + operation.code()];
          into.modes()[index] =
              spec.has(edge, operation) ? OperationMode.ACTIVE : OperationMode.OFF;
        }
      }
    }
  }

  /**
   * Leaves one operation active on each edge, with weight 1.
   *
   * @param others what happens to the other operations, whose weight is 0: off or scalar
   */
  public void select(Cell choice, OperationMode others) {
    for (int cell = 0; cell < spec.cells(); cell++) {
      select(cell, choice, others);
    }
  }

  /**
   * The same in one cell of the network.
   *
   * @param cell its number, from 0
   */
  public void select(int cell, Cell choice, OperationMode others) {
    for (Edge edge : Edge.all()) {
      for (Operation operation : Operation.values()) {
        int index = spec.operationIndex(cell, edge, operation);
        boolean chosen = choice.operation(edge) == operation;
        input.operationWeights()[index] = chosen ? 1 : 0;
        input.modes()[index] =
            chosen ? OperationMode.ACTIVE : spec.has(edge, operation) ? others : OperationMode.OFF;
      }
    }
  }

  /** Weights each edge alike in every cell. */
  public void weighEdges(double[] edgeWeights) {
    weighEdges(edgeWeights, input);
  }

  private void weighEdges(double[] edgeWeights, SupernetInput into) {
    for (int cell = 0; cell < spec.cells(); cell++) {
      for (Edge edge : Edge.all()) {
        into.edgeWeights()[spec.edgeIndex(cell, edge)] = edgeWeights[edge.ordinal()];
      }
    }
  }

  /**
   * The arguments of the network with all operations active, apart from {@link #input}, which stays
   * as it is; weights and running statistics are the network's own memory.
   *
   * @param operationWeights by edge and operation, 6 x 5 numbers
   * @param edgeWeights by edge; empty for 1
   */
  public SupernetInput mixture(double[] operationWeights, double[] edgeWeights) {
    SupernetInput mixture = new SupernetInput(spec, input.weights(), input.state());
    mix(operationWeights, mixture);
    if (edgeWeights.length > 0) {
      weighEdges(edgeWeights, mixture);
    }
    return mixture;
  }

  /** dL/dp of an evaluation, summed over the cells: by edge and operation, 6 x 5 numbers. */
  public double[] operationGradient(SupernetOutput of) {
    return sum(of.operationGradient(), Edge.COUNT * Operation.COUNT);
  }

  /** dL/dq of an evaluation, summed over the cells: 6 numbers. */
  public double[] edgeGradient(SupernetOutput of) {
    return sum(of.edgeGradient(), Edge.COUNT);
  }

  void save(SavedState state) {
    state.put("weights", input.weights());
    state.put("running statistics", input.state());
    state.put("velocity", optimizer.velocity());
  }

  void restore(SavedState state) {
    state.get("weights", input.weights());
    state.get("running statistics", input.state());
    state.get("velocity", optimizer.velocity());
  }

  @Override
  public void close() {
    supernet.close();
  }

  private static double[] sum(double[] byCell, int length) {
    double[] sum = new double[length];
    for (int i = 0; i < byCell.length; i++) {
      sum[i % length] += byCell[i];
    }
    return sum;
  }
}
