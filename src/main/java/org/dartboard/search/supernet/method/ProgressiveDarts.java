package org.dartboard.search.supernet.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dartboard.checkpoint.SavedState;
import org.dartboard.engine.FlatVectors;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.PartialChannels;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.search.HyperParameter;
import org.dartboard.search.MethodDescription;
import org.dartboard.search.supernet.PolicyContext;
import org.dartboard.search.supernet.SearchNetwork;
import org.dartboard.search.supernet.SearchSettings;
import org.dartboard.search.supernet.Setting;
import org.dartboard.search.supernet.SupernetMethod;
import org.dartboard.search.supernet.Turn;
import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;

/**
 * P-DARTS (Chen, Xie, Wu and Tian, ICCV 2019): three stages, each with a deeper network and fewer
 * operations. After a stage each edge keeps the operations with the largest p; network, alpha and
 * optimisers begin anew.
 *
 * <p>Skip connections are dropped out with a rate that falls within a stage: r (epochs - e - 1) /
 * epochs while alpha rests, then r exp(-3 (e - rest) / (epochs - rest)), which for the authors' 25
 * epochs with 10 at rest is their r exp(-0.2 (e - rest)). At the end each edge keeps its best
 * operation other than {@code none}; while there are more than M skip connections, the one with the
 * smallest p gives way to the next best of its edge.
 *
 * <p>An adaptation: the paper has no search on this space. Stages here have 1, 3 and 5 cells and
 * edges keep 5, 3 and 2 operations; the setting {@code cells} is not used. An edge that is left
 * with {@code none} and a skip connection that must go carries {@code none}.
 */
final class ProgressiveDarts extends AlphaPolicy {
  private static final int STAGES = 3;
  private static final double CLIP = 5;
  private static final double DECAY = 3;
  private static final int[] BY_EDGE = Softmax.byEdge();

  private static final List<HyperParameter> CELLS =
      List.of(
          HyperParameter.whole("firstCells", 1, 1, 100, "cells a stage of the first network"),
          HyperParameter.whole("secondCells", 3, 1, 100, "cells a stage of the second network"),
          HyperParameter.whole("thirdCells", 5, 1, 100, "cells a stage of the third network"));
  private static final List<HyperParameter> OPERATIONS =
      List.of(
          HyperParameter.whole(
              "secondOperations", 3, 1, Operation.COUNT, "operations an edge keeps after stage 1"),
          HyperParameter.whole(
              "thirdOperations", 2, 1, Operation.COUNT, "operations an edge keeps after stage 2"));
  private static final List<HyperParameter> DROPOUT =
      List.of(
          HyperParameter.real("firstSkipDropout", 0.1, 0, 0.99, "r of the first stage"),
          HyperParameter.real("secondSkipDropout", 0.4, 0, 0.99, "r of the second stage"),
          HyperParameter.real("thirdSkipDropout", 0.7, 0, 0.99, "r of the third stage"));
  private static final HyperParameter MOST_SKIPS =
      HyperParameter.whole("mostSkips", 2, 0, Edge.COUNT, "M; 6 restricts nothing");

  static final SupernetMethod METHOD =
      new SupernetMethod(
          new MethodDescription(
              "p-darts",
              "P-DARTS",
              "Chen, Xie, Wu, Tian: Progressive Differentiable Architecture Search",
              2019,
              "Deepens the network and prunes operations in three stages."),
          "Adapted: the paper has no search on this space; depths and numbers of operations are"
              + " ours.",
          SearchSettings.benchmark()
              .with(Setting.EPOCHS, 25)
              .with(Setting.BATCH_SIZE, 96)
              .with(Setting.MINIMUM_LEARNING_RATE, 0)
              .with(Setting.NESTEROV, 0)
              .with(Setting.WEIGHT_DECAY, 3e-4)
              .with(Setting.ARCHITECTURE_LEARNING_RATE, 6e-4)
              .with(Setting.WARM_UP_EPOCHS, 10),
          parameters(),
          Map.of("secondCells", 1.0, "thirdCells", 2.0),
          ProgressiveDarts::new);

  private final boolean[] kept = new boolean[ALPHAS];

  private ProgressiveDarts(PolicyContext context) {
    super(context);
    Arrays.fill(kept, true);
  }

  private static List<HyperParameter> parameters() {
    List<HyperParameter> parameters = new ArrayList<>(CELLS);
    parameters.addAll(OPERATIONS);
    parameters.addAll(DROPOUT);
    parameters.add(MOST_SKIPS);
    return parameters;
  }

  @Override
  public int stages() {
    return STAGES;
  }

  @Override
  public SupernetSpec spec(int stage) {
    List<Set<Operation>> operations =
        Edge.all().stream()
            .map(
                edge ->
                    Arrays.stream(Operation.values())
                        .filter(operation -> kept[index(edge, operation)])
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Operation.class))))
            .collect(Collectors.toList());
    return context()
        .network(
            context().values().whole(CELLS.get(stage)),
            operations,
            new PartialChannels.All(),
            false);
  }

  @Override
  public boolean movesArchitectureFirst() {
    return true;
  }

  @Override
  public Knobs knobs(Turn turn) {
    return new Knobs(true, skipDropout(turn), 0, turn.seed("dropout"));
  }

  double skipDropout(Turn turn) {
    double rate = context().values().real(DROPOUT.get(turn.stage()));
    int rest = context().settings().warmUpEpochs();
    return turn.epoch() < rest
        ? rate * (turn.epochs() - turn.epoch() - 1) / turn.epochs()
        : rate * Math.exp(-DECAY * (turn.epoch() - rest) / (turn.epochs() - rest));
  }

  /** The softmax over what each edge has kept. */
  @Override
  public double[] operationWeights() {
    double[] logits = new double[ALPHAS];
    for (int i = 0; i < ALPHAS; i++) {
      logits[i] = kept[i] ? alpha()[i] : Double.NEGATIVE_INFINITY;
    }
    return Softmax.of(logits, BY_EDGE);
  }

  @Override
  void amendAlphaGradient(Turn turn, double[] gradient) {
    double scale = CLIP / (FlatVectors.norm(gradient) + 1e-6);
    for (int i = 0; i < ALPHAS && scale < 1; i++) {
      gradient[i] *= scale;
    }
  }

  @Override
  public void stageEnds(int stage, SearchNetwork network) {
    double[] p = operationWeights();
    int most = context().values().whole(OPERATIONS.get(stage));
    for (Edge edge : Edge.all()) {
      ranked(edge, p).stream()
          .skip(most)
          .forEach(operation -> kept[index(edge, operation)] = false);
    }
    restart("alpha of stage " + (stage + 1));
  }

  /** What an edge has kept, the largest p first. */
  private List<Operation> ranked(Edge edge, double[] p) {
    return Arrays.stream(Operation.values())
        .filter(operation -> kept[index(edge, operation)])
        .sorted(Comparator.comparingDouble(operation -> -p[index(edge, operation)]))
        .toList();
  }

  @Override
  public Optional<Cell> cell() {
    return Optional.of(restricted(operationWeights(), context().values().whole(MOST_SKIPS)));
  }

  /** The best operation of each edge but {@code none}, with at most so many skip connections. */
  static Cell restricted(double[] p, int mostSkips) {
    double[] left = p.clone();
    for (Edge edge : Edge.all()) {
      left[index(edge, Operation.NONE)] = 0;
    }
    Cell cell = Decoding.largest(left);
    while (cell.count(Operation.SKIP_CONNECT) > mostSkips) {
      Cell current = cell;
      Edge weakest =
          Edge.all().stream()
              .filter(edge -> current.operation(edge) == Operation.SKIP_CONNECT)
              .min(Comparator.comparingDouble(edge -> p[index(edge, Operation.SKIP_CONNECT)]))
              .orElseThrow();
      left[index(weakest, Operation.SKIP_CONNECT)] = 0;
      cell = Decoding.largest(left);
    }
    return cell;
  }

  private static int index(Edge edge, Operation operation) {
    return edge.ordinal() * Operation.COUNT + operation.code();
  }

  @Override
  public void save(SavedState state) {
    super.save(state);
    double[] flags = new double[ALPHAS];
    for (int i = 0; i < ALPHAS; i++) {
      flags[i] = kept[i] ? 1 : 0;
    }
    state.put("kept operations", flags);
  }

  @Override
  public void restore(SavedState state) {
    super.restore(state);
    double[] flags = state.get("kept operations", ALPHAS);
    for (int i = 0; i < ALPHAS; i++) {
      kept[i] = flags[i] == 1;
    }
  }
}
