package org.dartboard.search.supernet.method;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.data.Batch;
import org.dartboard.engine.OperationMode;
import org.dartboard.search.MethodDescription;
import org.dartboard.search.supernet.PolicyContext;
import org.dartboard.search.supernet.SearchBatches;
import org.dartboard.search.supernet.SearchNetwork;
import org.dartboard.search.supernet.SearchSettings;
import org.dartboard.search.supernet.Setting;
import org.dartboard.search.supernet.SupernetMethod;
import org.dartboard.search.supernet.Turn;
import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;

/**
 * SETN (Dong and Yang, ICCV 2019) as NAS-Bench-201 runs it: the weights are trained on operations
 * drawn uniformly, anew for each cell of the network, among those that leave no node without input,
 * alpha on the mixture of all operations; at the end the 100 cells to which the softmax of alpha
 * gives the largest probability are scored, and the best is taken.
 */
final class Setn extends AlphaPolicy {
  static final SupernetMethod METHOD =
      new SupernetMethod(
          new MethodDescription(
              "setn",
              "SETN",
              "Dong, Yang: One-Shot Neural Architecture Search via Self-Evaluated Template Network",
              2019,
              "Trains weights on random cells, alpha on the mixture, and scores the likeliest cells."),
          "",
          SearchSettings.benchmark().with(Setting.EPOCHS, 250),
          List.of(CellScoring.CANDIDATES, CellScoring.IMAGES),
          Map.of(CellScoring.CANDIDATES.name(), 5.0, CellScoring.IMAGES.name(), 32.0),
          3,
          false,
          Setn::new);

  private Setn(PolicyContext context) {
    super(context);
  }

  @Override
  public void arrangeWeightStep(Turn turn, SearchNetwork network, Batch training) {
    UniformRandomProvider random = turn.random("cell");
    for (int cell = 0; cell < network.spec().cells(); cell++) {
      network.select(cell, uniform(random), OperationMode.OFF);
    }
  }

  /** A uniform draw, node by node, again while all edges into the node carry nothing. */
  static Cell uniform(UniformRandomProvider random) {
    Operation[] operations = new Operation[Edge.COUNT];
    for (int node = 1; node <= Edge.OUTPUT_NODE; node++) {
      boolean empty = true;
      while (empty) {
        for (Edge edge : Edge.into(node)) {
          operations[edge.ordinal()] = Operation.ofCode(random.nextInt(Operation.COUNT));
          empty &= operations[edge.ordinal()] == Operation.NONE;
        }
      }
    }
    return Cell.of(operations);
  }

  @Override
  public Optional<Cell> cell() {
    return Optional.empty();
  }

  @Override
  public Cell decide(SearchNetwork network, SearchBatches batches) {
    List<Cell> cells =
        Decoding.mostProbable(operationWeights(), context().values().whole(CellScoring.CANDIDATES));
    return new CellScoring(network, batches, context().values()).best(cells);
  }
}
