package org.dartboard.engine.onednn;

import org.dartboard.engine.OperationMode;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;

/**
 * What a call says about one edge of one cell, and where the edge's gradients go.
 *
 * <p>With D(o) the inner product of the edge's output gradient and operation o's output, dL/dp(o)
 * is q D(o), and dL/dq the sum over o of p(o) D(o).
 */
record EdgeArguments(SupernetSpec spec, int cell, Edge edge) {
  /** p q of an operation. */
  double factor(Call call, Operation operation) {
    return call.input().operationWeights()[index(operation)] * edgeWeight(call);
  }

  /** q. */
  double edgeWeight(Call call) {
    return call.input().edgeWeights()[edgeIndex()];
  }

  OperationMode mode(Call call, Operation operation) {
    return call.input().modes()[index(operation)];
  }

  boolean active(Call call, Operation operation) {
    return mode(call, operation) == OperationMode.ACTIVE;
  }

  int edgeIndex() {
    return spec.edgeIndex(cell, edge);
  }

  /** Writes dL/dp of an operation and adds to dL/dq, where wanted, given D. */
  void addProduct(Call call, Operation operation, double product) {
    if (call.wantsOperations()) {
      call.output().operationGradient()[index(operation)] = edgeWeight(call) * product;
    }
    addEdgeGradient(call, call.input().operationWeights()[index(operation)] * product);
  }

  /** Adds to dL/dq, where wanted. */
  void addEdgeGradient(Call call, double term) {
    if (call.wantsEdges()) {
      call.output().edgeGradient()[edgeIndex()] += term;
    }
  }

  private int index(Operation operation) {
    return spec.operationIndex(cell, edge, operation);
  }
}
