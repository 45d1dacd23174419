package org.dartboard.search.supernet.method;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.dartboard.checkpoint.SavedState;
import org.dartboard.data.Batch;
import org.dartboard.descent.BatchScore;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.engine.Want;
import org.dartboard.engine.secondorder.ArchitectureMap;
import org.dartboard.engine.secondorder.SharedSoftmax;
import org.dartboard.search.Adam;
import org.dartboard.search.supernet.PolicyContext;
import org.dartboard.search.supernet.SearchNetwork;
import org.dartboard.search.supernet.SearchPolicy;
import org.dartboard.search.supernet.SearchSettings;
import org.dartboard.search.supernet.Setting;
import org.dartboard.search.supernet.Turn;
import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;
import org.jspecify.annotations.Nullable;

/**
 * DARTS of first order, and what its descendants change.
 *
 * <p>alpha has one number for each edge and operation, shared by all cells, and starts as 0.001
 * times a normal draw. p is its softmax over the operations of an edge. Adam moves alpha against
 * the gradient of the validation loss; the cell is the operation with the largest alpha on each
 * edge.
 */
class AlphaPolicy implements SearchPolicy {
  static final int ALPHAS = Edge.COUNT * Operation.COUNT;
  private static final double INITIAL_SCALE = 1e-3;
  private static final int[] BY_EDGE = Softmax.byEdge();

  private final PolicyContext context;
  private final double[] alpha;
  private final @Nullable EdgeNormalisation edges;
  private Adam adam;

  AlphaPolicy(PolicyContext context) {
    this(context, null);
  }

  AlphaPolicy(PolicyContext context, @Nullable EdgeNormalisation edges) {
    this(context, edges, draw(context, "alpha"), adamSettings(context.settings()));
  }

  /**
   * @param start alpha at the start, before skip connections are put ahead
   * @param adam what moves it
   */
  AlphaPolicy(
      PolicyContext context,
      @Nullable EdgeNormalisation edges,
      double[] start,
      Adam.Settings adam) {
    this.context = context;
    this.edges = edges;
    this.alpha = withSkipsAhead(start, context.settings());
    this.adam = new Adam(ALPHAS, adam);
  }

  /** Draws alpha anew and forgets what Adam has seen. */
  final void restart(String purpose) {
    double[] fresh = withSkipsAhead(draw(context, purpose), context.settings());
    System.arraycopy(fresh, 0, alpha, 0, ALPHAS);
    adam = new Adam(ALPHAS, adamSettings(context.settings()));
  }

  /** Adam with decay rates 0.5 and 0.999, as nearly all methods of the family have it. */
  static Adam.Settings adamSettings(SearchSettings settings) {
    return adamSettings(settings, 0.5);
  }

  /** The same with another decay rate of the mean gradient. */
  static Adam.Settings adamSettings(SearchSettings settings, double firstDecay) {
    return new Adam.Settings(
        settings.real(Setting.ARCHITECTURE_LEARNING_RATE),
        firstDecay,
        0.999,
        1e-8,
        settings.real(Setting.ARCHITECTURE_WEIGHT_DECAY));
  }

  private static double[] draw(PolicyContext context, String stream) {
    return normal(ALPHAS, context.streams().stream(stream));
  }

  private static double[] withSkipsAhead(double[] start, SearchSettings settings) {
    double[] alpha = start.clone();
    for (int i = Operation.SKIP_CONNECT.code(); i < ALPHAS; i += Operation.COUNT) {
      alpha[i] += settings.real(Setting.INITIAL_SKIP);
    }
    return alpha;
  }

  /** The start of architecture parameters: normal draws times 0.001. */
  static double[] normal(int length, UniformRandomProvider random) {
    ContinuousSampler normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] = INITIAL_SCALE * normal.sample();
    }
    return values;
  }

  final PolicyContext context() {
    return context;
  }

  @Override
  public SupernetSpec spec(int stage) {
    return context.benchmarkNetwork();
  }

  @Override
  public boolean movesArchitecture(int stage, int epoch) {
    return epoch >= context.settings().warmUpEpochs();
  }

  /** p as a function of alpha. */
  @Override
  public double[] operationWeights() {
    return Softmax.of(alpha, BY_EDGE);
  }

  @Override
  public Optional<ArchitectureMap> mixture(SupernetSpec spec) {
    return Optional.of(new SharedSoftmax(spec));
  }

  /** dL/dalpha from dL/dp, where p is what the step on alpha was arranged with. */
  double[] throughOperationWeights(double[] gradient) {
    return Softmax.backward(operationWeights(), gradient, BY_EDGE);
  }

  /** Adds the gradient of what the method adds to the validation loss, or clips the gradient. */
  void amendAlphaGradient(Turn turn, double[] gradient) {}

  @Override
  public double[] edgeWeights() {
    return edges == null ? new double[0] : edges.edgeWeights();
  }

  @Override
  public void arrangeWeightStep(Turn turn, SearchNetwork network, Batch training) {
    arrange(network);
  }

  /** Sets p and q for a step on alpha. */
  void arrangeArchitectureStep(Turn turn, SearchNetwork network) {
    arrange(network);
  }

  /** Sets p and q as they follow from alpha and beta, without noise. */
  final void arrange(SearchNetwork network) {
    network.mix(operationWeights());
    if (edges != null) {
      network.weighEdges(edges.edgeWeights());
    }
  }

  @Override
  public BatchScore architectureStep(
      Turn turn, SearchNetwork network, Batch training, Batch validation) {
    return firstOrderStep(turn, network, validation);
  }

  /** A step of alpha, and beta, against the gradient of the validation loss. */
  final BatchScore firstOrderStep(Turn turn, SearchNetwork network, Batch validation) {
    arrangeArchitectureStep(turn, network);
    BatchScore score = network.evaluate(knobs(turn), validation, wantedOfArchitectureStep());
    if (edges != null) {
      edges.move(edges.throughEdgeWeights(network.edgeGradient(network.output())));
    }
    moveAlpha(turn, throughOperationWeights(network.operationGradient(network.output())));
    return score;
  }

  /** What a step on alpha computes; the reference code updates running statistics there too. */
  private Set<Want> wantedOfArchitectureStep() {
    return edges == null
        ? EnumSet.of(Want.OPERATION_GRADIENT, Want.STATE)
        : EnumSet.of(Want.OPERATION_GRADIENT, Want.EDGE_GRADIENT, Want.STATE);
  }

  /** One step of Adam against a gradient of the validation loss and the method's own terms. */
  final void moveAlpha(Turn turn, double[] gradient) {
    amendAlphaGradient(turn, gradient);
    adam.step(alpha, gradient);
  }

  @Override
  public Optional<Cell> cell() {
    return Optional.of(Decoding.largest(alpha));
  }

  /** The parameters themselves. */
  @Override
  public double[] alpha() {
    return alpha;
  }

  @Override
  public void save(SavedState state) {
    state.put("alpha", alpha);
    state.put("adam of alpha", adam.state());
    if (edges != null) {
      edges.save(state);
    }
  }

  @Override
  public void restore(SavedState state) {
    System.arraycopy(state.get("alpha", ALPHAS), 0, alpha, 0, ALPHAS);
    adam.restore(state.get("adam of alpha"));
    if (edges != null) {
      edges.restore(state);
    }
  }
}
