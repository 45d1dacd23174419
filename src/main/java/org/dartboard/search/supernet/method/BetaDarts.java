package org.dartboard.search.supernet.method;

import java.util.List;
import org.dartboard.search.HyperParameter;
import org.dartboard.search.MethodDescription;
import org.dartboard.search.supernet.PolicyContext;
import org.dartboard.search.supernet.SearchSettings;
import org.dartboard.search.supernet.Setting;
import org.dartboard.search.supernet.SupernetMethod;
import org.dartboard.search.supernet.Turn;
import org.dartboard.space.Edge;

/**
 * beta-DARTS (Ye et al., CVPR 2022): alpha minimises L_val + lambda_t mean over edges of
 * logsumexp(alpha of the edge), with lambda_t = lambda epoch / epochs.
 *
 * <p>Settings are those of the authors' NAS-Bench-201 search: 100 epochs, weight decay 3e-4, lambda
 * 50.
 */
final class BetaDarts extends AlphaPolicy {
  private static final HyperParameter WEIGHT =
      HyperParameter.real("penalty", 50, 0, 1e6, "lambda, reached after the last epoch");

  static final SupernetMethod METHOD =
      new SupernetMethod(
          new MethodDescription(
              "beta-darts",
              "beta-DARTS",
              "Ye, Li, Li, Chen, Fan, Ouyang: beta-DARTS: Beta-Decay Regularization for"
                  + " Differentiable Architecture Search",
              2022,
              "Penalises the log-sum-exp of each edge's alpha, more and more."),
          "",
          SearchSettings.benchmark()
              .with(Setting.EPOCHS, 100)
              .with(Setting.NESTEROV, 0)
              .with(Setting.WEIGHT_DECAY, 3e-4),
          List.of(WEIGHT),
          BetaDarts::new);

  private BetaDarts(PolicyContext context) {
    super(context);
  }

  /** The gradient of logsumexp is the softmax. */
  @Override
  void amendAlphaGradient(Turn turn, double[] gradient) {
    double lambda = context().values().real(WEIGHT) * turn.epoch() / turn.epochs();
    double[] softmax = operationWeights();
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] += lambda / Edge.COUNT * softmax[i];
    }
  }
}
