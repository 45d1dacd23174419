package org.dartboard.engine;

import org.dartboard.space.Edge;
import org.dartboard.space.Operation;

/**
 * Where each weight and each running statistic of a supernet lies in its flat buffer.
 *
 * <p>Names, in order of the network: {@code stem}, then for each cell {@code cell.I.edge.J} with
 * {@code .attention.first} and {@code .attention.second} where the spec has attention, and {@code
 * .nor_conv_1x1}, {@code .nor_conv_3x3} where the edge has them; between stages {@code
 * reduction.I.first}, {@code .second} and {@code .shortcut}; last {@code head} and {@code
 * classifier}. To these are added {@code .weight} for a convolution or matrix, {@code .bias},
 * {@code .gamma} and {@code .beta} for batch norm, and in the state {@code .mean} and {@code
 * .variance}.
 */
public final class SupernetLayout {
  private final FlatLayout.Builder weights = new FlatLayout.Builder();
  private final FlatLayout.Builder state = new FlatLayout.Builder();
  private final FlatLayout weightLayout;
  private final FlatLayout stateLayout;

  private SupernetLayout(SupernetSpec spec) {
    convolution("stem", spec.width(), 3, 3);
    norm("stem", spec.width(), true, true);
    for (int cell = 0; cell < spec.cells(); cell++) {
      if (cell > 0 && cell % spec.cellsPerStage() == 0) {
        reduction(spec, spec.stage(cell));
      }
      for (Edge edge : Edge.all()) {
        edge(spec, cell, edge);
      }
    }
    int channels = spec.channels(SupernetSpec.STAGES - 1);
    norm("head", channels, true, true);
    weights.add("classifier.weight", Slice.Kind.MATRIX, spec.classes(), channels);
    weights.add("classifier.bias", Slice.Kind.BIAS, spec.classes());
    weightLayout = weights.build();
    stateLayout = state.build();
  }

  /** The layout of a spec's buffers. */
  public static SupernetLayout of(SupernetSpec spec) {
    return new SupernetLayout(spec);
  }

  /** The layout of w. */
  public FlatLayout weights() {
    return weightLayout;
  }

  /** The layout of s. */
  public FlatLayout state() {
    return stateLayout;
  }

  /** The name that an edge's slices begin with. */
  public static String edgeName(int cell, Edge edge) {
    return "cell." + cell + ".edge." + edge.ordinal();
  }

  /** The name that an operation's slices begin with. */
  public static String operationName(int cell, Edge edge, Operation operation) {
    return edgeName(cell, edge) + "." + operation.label();
  }

  /**
   * The name that a residual block's slices begin with.
   *
   * @param stage the stage that the block leads to, 1 or 2
   */
  public static String reductionName(int stage) {
    return "reduction." + (stage - 1);
  }

  private void edge(SupernetSpec spec, int cell, Edge edge) {
    int stage = spec.stage(cell);
    int channels = spec.channels(stage);
    int selected = spec.selectedChannels(stage);
    if (spec.partialChannels() instanceof PartialChannels.Attention attention) {
      int hidden = attention.hidden(channels);
      String name = edgeName(cell, edge) + ".attention";
      weights.add(name + ".first.weight", Slice.Kind.MATRIX, hidden, channels);
      weights.add(name + ".second.weight", Slice.Kind.MATRIX, channels, hidden);
    }
    for (Operation operation : Operation.values()) {
      int kernel = kernel(operation);
      if (kernel > 0 && spec.has(edge, operation)) {
        String name = operationName(cell, edge, operation);
        convolution(name, selected, selected, kernel);
        norm(name, selected, spec.affine(), spec.runningStatistics());
      }
    }
  }

  private void reduction(SupernetSpec spec, int stage) {
    String name = reductionName(stage);
    int from = spec.channels(stage - 1);
    int to = spec.channels(stage);
    convolution(name + ".first", to, from, 3);
    norm(name + ".first", to, true, true);
    convolution(name + ".second", to, to, 3);
    norm(name + ".second", to, true, true);
    convolution(name + ".shortcut", to, from, 1);
  }

  private void convolution(String name, int to, int from, int kernel) {
    weights.add(name + ".weight", Slice.Kind.CONVOLUTION, to, from, kernel, kernel);
  }

  private void norm(String name, int channels, boolean affine, boolean running) {
    if (affine) {
      weights.add(name + ".gamma", Slice.Kind.GAMMA, channels);
      weights.add(name + ".beta", Slice.Kind.BETA, channels);
    }
    if (running) {
      state.add(name + ".mean", Slice.Kind.RUNNING_MEAN, channels);
      state.add(name + ".variance", Slice.Kind.RUNNING_VARIANCE, channels);
    }
  }

  /** Side of an operation's convolution, or 0 if it has none. */
  static int kernel(Operation operation) {
    return switch (operation) {
      case NOR_CONV_1X1 -> 1;
      case NOR_CONV_3X3 -> 3;
      case NONE, SKIP_CONNECT, AVG_POOL_3X3 -> 0;
    };
  }
}
