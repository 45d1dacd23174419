package org.dartboard.search.supernet.method;

import org.dartboard.checkpoint.SavedState;
import org.dartboard.search.Adam;
import org.dartboard.search.supernet.PolicyContext;
import org.dartboard.space.Edge;

/**
 * Edge normalisation (PC-DARTS, Xu et al., ICLR 2020, section 3.3): q is the softmax of beta over
 * the edges that enter a node, and beta is moved as alpha is.
 */
final class EdgeNormalisation {
  private static final int[] BY_NODE = Softmax.byNode();

  private final double[] beta;
  private final Adam adam;

  EdgeNormalisation(PolicyContext context) {
    beta = AlphaPolicy.normal(Edge.COUNT, context.streams().stream("beta"));
    adam = new Adam(Edge.COUNT, AlphaPolicy.adamSettings(context.settings()));
  }

  /** The parameters themselves. */
  double[] beta() {
    return beta;
  }

  /** q, by edge. */
  double[] edgeWeights() {
    return Softmax.of(beta, BY_NODE);
  }

  /** dL/dbeta from dL/dq. */
  double[] throughEdgeWeights(double[] gradient) {
    return Softmax.backward(edgeWeights(), gradient, BY_NODE);
  }

  void move(double[] gradient) {
    adam.step(beta, gradient);
  }

  void save(SavedState state) {
    state.put("beta", beta);
    state.put("adam of beta", adam.state());
  }

  void restore(SavedState state) {
    System.arraycopy(state.get("beta", Edge.COUNT), 0, beta, 0, Edge.COUNT);
    adam.restore(state.get("adam of beta"));
  }
}
