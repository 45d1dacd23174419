package org.dartboard.engine;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;

/**
 * The arguments of one call, in memory that the caller owns and may change between calls.
 *
 * <p>An engine reads all of it and writes none of it.
 */
public final class SupernetInput {
  private final FloatBuffer weights;
  private final FloatBuffer state;
  private final double[] operationWeights;
  private final OperationMode[] modes;
  private final double[] edgeWeights;

  /**
   * Arguments for a spec: all operations that it has are active with p = 1, q = 1.
   *
   * @param weights w, a direct buffer of native order as long as {@code layout.weights()}
   * @param state s, likewise as long as {@code layout.state()}
   */
  public SupernetInput(SupernetSpec spec, FloatBuffer weights, FloatBuffer state) {
    this.weights = weights;
    this.state = state;
    this.operationWeights = new double[spec.operationWeights()];
    this.modes = new OperationMode[spec.operationWeights()];
    this.edgeWeights = new double[spec.edgeWeights()];
    Arrays.fill(edgeWeights, 1);
    Arrays.fill(operationWeights, 1);
    for (int cell = 0; cell < spec.cells(); cell++) {
      for (Edge edge : Edge.all()) {
        for (Operation operation : Operation.values()) {
          modes[spec.operationIndex(cell, edge, operation)] =
              spec.has(edge, operation) ? OperationMode.ACTIVE : OperationMode.OFF;
        }
      }
    }
  }

  /** w. */
  public FloatBuffer weights() {
    return weights;
  }

  /** s. */
  public FloatBuffer state() {
    return state;
  }

  /** p, by {@link SupernetSpec#operationIndex}; the array itself. */
  public double[] operationWeights() {
    return operationWeights;
  }

  /** What happens to each operation, by {@link SupernetSpec#operationIndex}; the array itself. */
  public OperationMode[] modes() {
    return modes;
  }

  /** q, by {@link SupernetSpec#edgeIndex}; the array itself. */
  public double[] edgeWeights() {
    return edgeWeights;
  }
}
