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
  private final SupernetSpec spec;
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
    this.spec = spec;
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

  /**
   * Turns off the operations of edges from which no path leads to a cell's output, so that nobody
   * computes them. Loss, logits and gradients stay the same to the last bit; what is turned off
   * keeps its running statistics, which nothing depends on.
   */
  public void turnOffIdleEdges() {
    if (spec.auxiliarySkip()) {
      return; // Every edge leads on.
    }
    for (int cell = 0; cell < spec.cells(); cell++) {
      boolean[] leadsOn = new boolean[Edge.OUTPUT_NODE + 1];
      leadsOn[Edge.OUTPUT_NODE] = true;
      for (int i = Edge.COUNT - 1; i >= 0; i--) {
        Edge edge = Edge.at(i);
        if (leadsOn[edge.target()]) {
          leadsOn[edge.source()] |= carries(cell, edge);
        } else {
          int first = spec.operationIndex(cell, edge, Operation.ofCode(0));
          Arrays.fill(modes, first, first + Operation.COUNT, OperationMode.OFF);
        }
      }
    }
  }

  private boolean carries(int cell, Edge edge) {
    return Arrays.stream(Operation.values())
        .filter(operation -> operation != Operation.NONE)
        .anyMatch(
            operation -> modes[spec.operationIndex(cell, edge, operation)] != OperationMode.OFF);
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
