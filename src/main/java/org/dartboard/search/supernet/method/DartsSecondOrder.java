package org.dartboard.search.supernet.method;

import java.util.List;
import org.dartboard.data.Batch;
import org.dartboard.descent.BatchScore;
import org.dartboard.descent.WeightOptimizer;
import org.dartboard.engine.secondorder.BatchLoss;
import org.dartboard.engine.secondorder.GradientProbe;
import org.dartboard.engine.secondorder.Point;
import org.dartboard.engine.secondorder.SharedSoftmax;
import org.dartboard.engine.secondorder.UnrolledGradient;
import org.dartboard.engine.secondorder.WeightStep;
import org.dartboard.search.MethodDescription;
import org.dartboard.search.supernet.PolicyContext;
import org.dartboard.search.supernet.SearchNetwork;
import org.dartboard.search.supernet.SearchSettings;
import org.dartboard.search.supernet.SupernetMethod;
import org.dartboard.search.supernet.Turn;
import org.jspecify.annotations.Nullable;

/**
 * DARTS of second order (Liu, Simonyan and Yang, ICLR 2019, equations 7 and 8): alpha moves against
 * the gradient of the validation loss after one unrolled step of the weights; see {@link
 * UnrolledGradient}. alpha moves before the weights.
 *
 * <p>Settings are those of NAS-Bench-201's DARTS-V2. Running statistics are left alone by the four
 * evaluations of a step on alpha.
 */
class DartsSecondOrder extends AlphaPolicy {
  static final SupernetMethod METHOD =
      new SupernetMethod(
              new MethodDescription(
                  "darts-v2",
                  "DARTS, second order",
                  "Liu, Simonyan, Yang: DARTS: Differentiable Architecture Search",
                  2019,
                  "Moves a softmax over operations by the validation loss after an unrolled step."),
              "",
              SearchSettings.benchmark(),
              List.of(),
              DartsSecondOrder::new)
          .withFiniteDifferences();

  private @Nullable SearchNetwork probed;
  private @Nullable GradientProbe probe;
  private @Nullable UnrolledGradient unrolled;

  DartsSecondOrder(PolicyContext context) {
    super(context);
  }

  @Override
  public boolean movesArchitectureFirst() {
    return true;
  }

  @Override
  public BatchScore architectureStep(
      Turn turn, SearchNetwork network, Batch training, Batch validation) {
    double[] gradient = new double[ALPHAS];
    double loss = unrolledGradient(turn, network, training, validation, gradient);
    moveAlpha(turn, gradient);
    return new BatchScore(loss, -1, validation.size());
  }

  /** Sets the gradient of alpha and gives the validation loss after the unrolled step. */
  final double unrolledGradient(
      Turn turn, SearchNetwork network, Batch training, Batch validation, double[] gradient) {
    arrange(network);
    if (unrolled == null || probed != network) {
      unrolled = new UnrolledGradient(probe(network));
    }
    WeightOptimizer optimizer = network.optimizer();
    return unrolled.gradient(
        new Point(network.input(), alpha()),
        new BatchLoss(training, knobs(turn)),
        new BatchLoss(validation, knobs(turn)),
        optimizer.velocity(),
        new WeightStep(optimizer.learningRate(), optimizer.momentum(), optimizer.weightDecay()),
        gradient);
  }

  /** What takes derivatives of a network; it is kept while the network is the same. */
  final GradientProbe probe(SearchNetwork network) {
    if (probe == null || probed != network) {
      probe =
          new GradientProbe(
              network.supernet(), new SharedSoftmax(network.spec()), network.batchSize());
      probed = network;
    }
    return probe;
  }
}
