package org.dartboard.search.supernet.method;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dartboard.checkpoint.SavedState;
import org.dartboard.data.Batch;
import org.dartboard.descent.BatchScore;
import org.dartboard.engine.secondorder.ArchitectureHessian;
import org.dartboard.engine.secondorder.BatchLoss;
import org.dartboard.engine.secondorder.Displacement;
import org.dartboard.engine.secondorder.Point;
import org.dartboard.search.HyperParameter;
import org.dartboard.search.MethodDescription;
import org.dartboard.search.supernet.PolicyContext;
import org.dartboard.search.supernet.SearchBatches;
import org.dartboard.search.supernet.SearchNetwork;
import org.dartboard.search.supernet.SearchSettings;
import org.dartboard.search.supernet.Setting;
import org.dartboard.search.supernet.SupernetMethod;
import org.dartboard.search.supernet.Turn;
import org.dartboard.space.Cell;

/**
 * R-DARTS with early stopping (Zela et al., ICLR 2020, section 4): DARTS of second order that ends
 * when the validation loss becomes sharp in alpha, and goes back to the cell from before.
 *
 * <p>Every second epoch, from the first, the largest eigenvalue of the Hessian of the validation
 * loss in alpha is measured on one batch. Its mean over 5 measurements is compared with that of 4
 * measurements earlier; if the ratio is above 1.3, and that earlier epoch is 10 or later, the
 * search ends with the cell of that earlier epoch. Epochs count from 0. The authors also measure
 * after the last epoch; here that is so for an odd number of epochs alone, so with an even number
 * the search cannot go back from its last epoch.
 *
 * <p>Of the authors' other remedies, stronger weight decay is a setting of the search; dropped
 * paths, and squares cut out of the images, which their searches have throughout, are not here.
 * Their eigenvalue is of exact derivatives and contains the weight decay of alpha; here it is of
 * differences over 0.3 of alpha, which average over the corners of ReLUs, without the decay.
 */
final class RobustDarts extends DartsSecondOrder {
  private static final int EVERY = 2;
  private static final int HALF_WINDOW = 2;

  private static final HyperParameter FACTOR =
      HyperParameter.real("stopFactor", 1.3, 1, 1e6, "growth of the eigenvalue that ends it");
  private static final HyperParameter EARLIEST =
      HyperParameter.whole("earliestEpoch", 10, 0, 10_000, "earliest epoch to go back to");
  private static final HyperParameter LOOK_BACK =
      HyperParameter.whole("lookBack", 4, 1, 1000, "measurements to look back");
  private static final HyperParameter SECOND_ORDER =
      HyperParameter.whole("secondOrder", 1, 0, 1, "1: steps of DARTS of second order, 0: first");

  static final SupernetMethod METHOD =
      new SupernetMethod(
              new MethodDescription(
                  "r-darts",
                  "R-DARTS (ES)",
                  "Zela, Elsken, Saikia, Marrakchi, Brox, Hutter: Understanding and Robustifying"
                      + " Differentiable Architecture Search",
                  2020,
                  "Stops DARTS when the validation loss becomes sharp in alpha."),
              "",
              SearchSettings.benchmark().with(Setting.NESTEROV, 0).with(Setting.WEIGHT_DECAY, 3e-4),
              List.of(FACTOR, EARLIEST, LOOK_BACK, SECOND_ORDER),
              RobustDarts::new)
          .withFiniteDifferences();

  private final SortedMap<Integer, Double> eigenvalues = new TreeMap<>();
  private final SortedMap<Integer, Cell> cells = new TreeMap<>();
  private Optional<Cell> stopped = Optional.empty();

  private RobustDarts(PolicyContext context) {
    super(context);
  }

  @Override
  public BatchScore architectureStep(
      Turn turn, SearchNetwork network, Batch training, Batch validation) {
    return context().values().whole(SECOND_ORDER) == 1
        ? super.architectureStep(turn, network, training, validation)
        : firstOrderStep(turn, network, validation);
  }

  @Override
  public boolean epochEnds(Turn turn, SearchNetwork network, SearchBatches batches) {
    if (turn.epoch() % EVERY != 0) {
      return false;
    }
    arrange(network);
    double eigenvalue =
        ArchitectureHessian.at(
                probe(network),
                new Point(network.input(), alpha()),
                new BatchLoss(batches.scoring(turn.epoch()), knobs(turn)),
                Displacement.ARCHITECTURE_HESSIAN)
            .largestEigenvalue();
    return measured(turn.epoch(), eigenvalue, Decoding.largest(alpha()));
  }

  /** Takes a measurement in; true if the search ends. */
  boolean measured(int epoch, double eigenvalue, Cell cell) {
    eigenvalues.put(epoch, eigenvalue);
    cells.put(epoch, cell);
    int now = epoch - EVERY * HALF_WINDOW;
    int earlier = now - EVERY * context().values().whole(LOOK_BACK);
    if (earlier < context().values().whole(EARLIEST) || !cells.containsKey(earlier)) {
      return false;
    }
    boolean sharp = mean(now) / mean(earlier) > context().values().real(FACTOR);
    if (sharp) {
      stopped = Optional.ofNullable(cells.get(earlier));
    }
    return sharp;
  }

  /** The mean of the measurements around an epoch; fewer than 5 at the beginning. */
  private double mean(int epoch) {
    int reach = EVERY * HALF_WINDOW;
    return eigenvalues.subMap(epoch - reach, epoch + reach + 1).values().stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElseThrow();
  }

  @Override
  public Optional<Cell> cell() {
    return stopped.isPresent() ? stopped : super.cell();
  }

  /** The newest eigenvalue. */
  @Override
  public Map<String, Double> measurements() {
    Map<String, Double> measurements = new LinkedHashMap<>();
    measurements.put(
        "largest_eigenvalue",
        eigenvalues.values().stream().reduce(Double.NaN, (before, last) -> last));
    return measurements;
  }

  @Override
  public void save(SavedState state) {
    super.save(state);
    state.put("measured epochs", array(eigenvalues.keySet()));
    state.put("eigenvalues", array(eigenvalues.values()));
    state.put("cells", array(cells.values().stream().map(Cell::ordinal).toList()));
    state.put("stopped", stopped.map(cell -> new double[] {cell.ordinal()}).orElse(new double[0]));
  }

  @Override
  public void restore(SavedState state) {
    super.restore(state);
    double[] epochs = state.get("measured epochs");
    double[] values = state.get("eigenvalues", epochs.length);
    double[] ordinals = state.get("cells", epochs.length);
    for (int i = 0; i < epochs.length; i++) {
      eigenvalues.put((int) epochs[i], values[i]);
      cells.put((int) epochs[i], new Cell((int) ordinals[i]));
    }
    double[] found = state.get("stopped");
    stopped = found.length == 0 ? Optional.empty() : Optional.of(new Cell((int) found[0]));
  }

  private static double[] array(Collection<? extends Number> numbers) {
    return numbers.stream().mapToDouble(Number::doubleValue).toArray();
  }
}
