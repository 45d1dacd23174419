package org.dartboard.search.supernet.method;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dartboard.data.Batch;
import org.dartboard.diagnose.BatchSeries;
import org.dartboard.diagnose.DiscretisationGap;
import org.dartboard.engine.OperationMode;
import org.dartboard.search.HyperParameter;
import org.dartboard.search.MethodDescription;
import org.dartboard.search.supernet.PolicyContext;
import org.dartboard.search.supernet.SearchBatches;
import org.dartboard.search.supernet.SearchNetwork;
import org.dartboard.search.supernet.SearchSettings;
import org.dartboard.search.supernet.SupernetMethod;
import org.dartboard.search.supernet.Turn;
import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;

/**
 * The single-stage protocol (Subbotko, Jablonski and Bilinski, arXiv 2405.16610): weights and alpha
 * are trained together as in DARTS; then the architecture is frozen, the weights are kept, and
 * training goes on with all images. The network is never trained anew.
 *
 * <p>A reconstruction: neither the paper's text nor code could be had. Share of the epochs before
 * the freeze and what the frozen network is (the mixture as it stands, or its largest operations)
 * are hyper-parameters. The entropy penalty that the paper studies adds lambda_t (1/6) sum over
 * edges of H(p), H = -sum p log p, to alpha's loss, with lambda_t constant or rising linearly. The
 * accuracy of the final network on the test images stands in the result beside that of the same
 * weights with the cell's operations alone; their difference is the discretisation gap.
 */
final class SingleStage extends AlphaPolicy {
  private static final HyperParameter FREEZE =
      HyperParameter.real("freezeShare", 0.5, 0, 1, "share of the epochs before the freeze");
  private static final HyperParameter HARDEN =
      HyperParameter.whole("harden", 0, 0, 1, "1: only the largest operations stay when frozen");
  private static final HyperParameter ENTROPY =
      HyperParameter.real("entropyWeight", 0, -1e6, 1e6, "lambda of the entropy penalty");
  private static final HyperParameter RAMP =
      HyperParameter.whole("ramp", 0, 0, 1, "1: lambda rises from 0, 0: it is constant");

  private static final HyperParameter STATISTICS =
      HyperParameter.whole(
          "statisticsBatches", 100, 1, 10_000, "batches that running statistics are taken from");

  static final SupernetMethod METHOD =
      new SupernetMethod(
          new MethodDescription(
              "single-stage",
              "Single-stage protocol",
              "Subbotko, Jablonski, Bilinski: The devil is in discretization discrepancy",
              2024,
              "Freezes the architecture and goes on training the same weights."),
          "Reconstructed from the abstract: the time of the freeze, the penalty's form and the data"
              + " split are unknown.",
          SearchSettings.benchmark(),
          List.of(FREEZE, HARDEN, ENTROPY, RAMP, STATISTICS),
          Map.of(STATISTICS.name(), 3.0),
          SingleStage::new);

  private double accuracy = Double.NaN;
  private double discreteAccuracy = Double.NaN;

  private SingleStage(PolicyContext context) {
    super(context);
  }

  /** The first epoch with a frozen architecture. */
  private int freeze() {
    return (int) Math.round(context().values().real(FREEZE) * context().settings().epochs());
  }

  @Override
  public boolean movesArchitecture(int stage, int epoch) {
    return super.movesArchitecture(stage, epoch) && epoch < freeze();
  }

  @Override
  public boolean trainsOnBothHalves(int stage, int epoch) {
    return epoch >= freeze();
  }

  @Override
  public void arrangeWeightStep(Turn turn, SearchNetwork network, Batch training) {
    if (turn.epoch() >= freeze()) {
      arrangeFrozen(network);
    } else {
      arrange(network);
    }
  }

  private void arrangeFrozen(SearchNetwork network) {
    if (context().values().whole(HARDEN) == 1) {
      network.select(Decoding.largest(alpha()), OperationMode.OFF);
    } else {
      arrange(network);
    }
  }

  /** Also measures the frozen network, and its weights with the largest operations alone. */
  @Override
  public Cell decide(SearchNetwork network, SearchBatches batches) {
    Cell cell = Decoding.largest(alpha());
    arrangeFrozen(network);
    DiscretisationGap gap =
        DiscretisationGap.measure(
            network.supernet(),
            network.input(),
            cell,
            0,
            network.batchSize(),
            new BatchSeries(batches::statistics, context().values().whole(STATISTICS)),
            new BatchSeries(batches::heldOut, batches.heldOutBatches()));
    accuracy = gap.supernet();
    discreteAccuracy = gap.discrete();
    return cell;
  }

  @Override
  public Map<String, Double> measurements() {
    Map<String, Double> measurements = new LinkedHashMap<>();
    measurements.put("held_out_accuracy", accuracy);
    measurements.put("held_out_accuracy_of_cell", discreteAccuracy);
    return measurements;
  }

  /** The gradient of H by alpha is -p (log p + H). */
  @Override
  void amendAlphaGradient(Turn turn, double[] gradient) {
    double weight = context().values().real(ENTROPY);
    double lambda = context().values().whole(RAMP) == 1 ? weight * turn.progress() : weight;
    double[] p = operationWeights();
    for (int first = 0; first < ALPHAS; first += Operation.COUNT) {
      double entropy = 0;
      for (int i = first; i < first + Operation.COUNT; i++) {
        entropy -= p[i] * Math.log(p[i]);
      }
      for (int i = first; i < first + Operation.COUNT; i++) {
        gradient[i] -= lambda / Edge.COUNT * p[i] * (Math.log(p[i]) + entropy);
      }
    }
  }
}
