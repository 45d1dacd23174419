package org.dartboard.search.supernet.method;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.dartboard.engine.PartialChannels;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.engine.secondorder.ArchitectureMap;
import org.dartboard.search.HyperParameter;
import org.dartboard.search.MethodDescription;
import org.dartboard.search.supernet.PolicyContext;
import org.dartboard.search.supernet.SearchSettings;
import org.dartboard.search.supernet.Setting;
import org.dartboard.search.supernet.SupernetMethod;
import org.dartboard.search.supernet.Turn;
import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;

/**
 * FairDARTS (Chu et al., ECCV 2020): p = sigmoid(alpha), so that operations need not compete, and
 * alpha minimises L_val - w mean of (sigmoid(alpha) - 0.5)^2, which drives each p to 0 or 1.
 *
 * <p>As in the authors' code there is no operation {@code none}, whose p no loss but the zero-one
 * loss would move, and alpha starts at 0, where that loss has no slope; Adam has decay rates 0.9
 * and 0.999. Settings are the authors' too: 50 epochs, batches of 128, learning rate 0.005, Adam
 * with 3e-3, w = 10. Their rule keeps up to two edges a node whose p is above 0.85; each edge of
 * this space keeps one operation, so here it is the one with the largest p. Their code moves alpha
 * before the weights in each step; here the weights go first, as in the benchmark's code.
 */
final class FairDarts extends AlphaPolicy {
  /** How many numbers of alpha there are without those of {@code none}. */
  private static final int SUPPORTED = Edge.COUNT * (Operation.COUNT - 1);

  private static final HyperParameter WEIGHT =
      HyperParameter.real("zeroOneWeight", 10, 0, 1e6, "w of the zero-one loss");

  static final SupernetMethod METHOD =
      new SupernetMethod(
          new MethodDescription(
              "fair-darts",
              "FairDARTS",
              "Chu, Zhou, Zhang, Li: Fair DARTS: Eliminating Unfair Advantages in Differentiable"
                  + " Architecture Search",
              2020,
              "Weights operations by sigmoids that a zero-one loss drives apart."),
          "",
          SearchSettings.benchmark()
              .with(Setting.BATCH_SIZE, 128)
              .with(Setting.LEARNING_RATE, 0.005)
              .with(Setting.NESTEROV, 0)
              .with(Setting.WEIGHT_DECAY, 3e-4)
              .with(Setting.ARCHITECTURE_LEARNING_RATE, 3e-3),
          List.of(WEIGHT),
          FairDarts::new);

  private FairDarts(PolicyContext context) {
    super(context, null, new double[ALPHAS], adamSettings(context.settings(), 0.9));
  }

  @Override
  public SupernetSpec spec(int stage) {
    return context()
        .network(
            context().settings().whole(Setting.CELLS),
            Collections.nCopies(Edge.COUNT, EnumSet.complementOf(EnumSet.of(Operation.NONE))),
            new PartialChannels.All(),
            false);
  }

  @Override
  public Optional<Cell> cell() {
    return Optional.of(Decoding.largest(operationWeights()));
  }

  /** 0 for {@code none}. */
  @Override
  public double[] operationWeights() {
    return SharedSigmoid.of(alpha());
  }

  @Override
  public Optional<ArchitectureMap> mixture(SupernetSpec spec) {
    return Optional.of(new SharedSigmoid());
  }

  @Override
  double[] throughOperationWeights(double[] gradient) {
    return SharedSigmoid.backward(operationWeights(), gradient);
  }

  @Override
  void amendAlphaGradient(Turn turn, double[] gradient) {
    double weight = context().values().real(WEIGHT);
    double[] sigmoid = operationWeights();
    for (int i = 0; i < ALPHAS; i++) {
      gradient[i] -= weight / SUPPORTED * 2 * (sigmoid[i] - 0.5) * sigmoid[i] * (1 - sigmoid[i]);
    }
  }
}
