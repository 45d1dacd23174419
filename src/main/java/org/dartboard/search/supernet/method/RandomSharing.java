package org.dartboard.search.supernet.method;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.checkpoint.SavedState;
import org.dartboard.data.Batch;
import org.dartboard.engine.OperationMode;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.search.MethodDescription;
import org.dartboard.search.supernet.PolicyContext;
import org.dartboard.search.supernet.SearchBatches;
import org.dartboard.search.supernet.SearchNetwork;
import org.dartboard.search.supernet.SearchPolicy;
import org.dartboard.search.supernet.SearchSettings;
import org.dartboard.search.supernet.Setting;
import org.dartboard.search.supernet.SupernetMethod;
import org.dartboard.search.supernet.Turn;
import org.dartboard.space.Cell;

/**
 * Random search with parameter sharing, RSPS (Li and Talwalkar, UAI 2019): each step trains the
 * weights of one cell drawn uniformly; at the end the best of 100 random cells is taken.
 *
 * <p>Settings are those of NAS-Bench-201: 250 epochs, gradients clipped to 5.
 */
final class RandomSharing implements SearchPolicy {
  static final SupernetMethod METHOD =
      new SupernetMethod(
          new MethodDescription(
              "rsps",
              "RSPS",
              "Li, Talwalkar: Random Search and Reproducibility for Neural Architecture Search",
              2019,
              "Trains shared weights on random cells and takes the best of a random sample."),
          "",
          SearchSettings.benchmark().with(Setting.EPOCHS, 250),
          List.of(CellScoring.CANDIDATES, CellScoring.IMAGES),
          Map.of(CellScoring.CANDIDATES.name(), 5.0, CellScoring.IMAGES.name(), 32.0),
          RandomSharing::new);

  private final PolicyContext context;

  private RandomSharing(PolicyContext context) {
    this.context = context;
  }

  @Override
  public SupernetSpec spec(int stage) {
    return context.benchmarkNetwork();
  }

  @Override
  public boolean movesArchitecture(int stage, int epoch) {
    return false;
  }

  @Override
  public void arrangeWeightStep(Turn turn, SearchNetwork network, Batch training) {
    network.select(random(turn.random("cell")), OperationMode.OFF);
  }

  @Override
  public Optional<Cell> cell() {
    return Optional.empty();
  }

  @Override
  public Cell decide(SearchNetwork network, SearchBatches batches) {
    UniformRandomProvider random = context.streams().stream("candidates");
    List<Cell> cells =
        IntStream.range(0, context.values().whole(CellScoring.CANDIDATES))
            .mapToObj(i -> random(random))
            .toList();
    return new CellScoring(network, batches, context.values()).best(cells);
  }

  @Override
  public void save(SavedState state) {}

  @Override
  public void restore(SavedState state) {}

  private static Cell random(UniformRandomProvider random) {
    return new Cell(random.nextInt(Cell.COUNT));
  }
}
