package org.dartboard.search.supernet.method;

import java.util.List;
import org.dartboard.engine.PartialChannels;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.search.HyperParameter;
import org.dartboard.search.MethodDescription;
import org.dartboard.search.supernet.PolicyContext;
import org.dartboard.search.supernet.SearchSettings;
import org.dartboard.search.supernet.SupernetMethod;
import org.dartboard.search.supernet.Turn;
import org.dartboard.space.Edge;

/**
 * SA-DARTS and SAC-DARTS (Zhou, El-Khamy and Song, arXiv 2504.16306): alpha minimises L_val +
 * lambda_t (1/6) sum of phi(alpha) over all edges and operations, with a smooth activation phi of
 * raw alpha.
 *
 * <p>A reconstruction: neither the paper's text nor code could be had. Certain, from its abstract,
 * is an auxiliary loss of alpha inside a smooth activation function; which function, which weight
 * and which schedule are unknown, so they are hyper-parameters and their defaults are ours.
 * lambda_t rises linearly from 0 to lambda over the epochs, or is lambda throughout. SAC-DARTS is
 * the same on partial channels, with PC-DARTS's network and settings.
 *
 * <p>Adam divides by the gradient's size, so a penalty that outweighs the loss moves all alphas
 * alike whatever lambda is.
 */
final class SaDarts extends AlphaPolicy {
  private static final HyperParameter ACTIVATION =
      HyperParameter.whole("activation", 0, 0, 3, "0: softplus, 1: SiLU, 2: GELU, 3: Mish");
  private static final HyperParameter WEIGHT =
      HyperParameter.real("penalty", 0.1, 0, 1e6, "lambda");
  private static final HyperParameter RAMP =
      HyperParameter.whole("ramp", 1, 0, 1, "1: lambda rises from 0, 0: it is constant");
  private static final String PAPER =
      "Zhou, El-Khamy, Song: Regularizing Differentiable Architecture Search with Smooth Activation";
  private static final String RECONSTRUCTION =
      "Reconstructed from the abstract: activation, weight and schedule of the auxiliary loss are"
          + " unknown.";

  static final SupernetMethod METHOD =
      new SupernetMethod(
          new MethodDescription(
              "sa-darts",
              "SA-DARTS",
              PAPER,
              2025,
              "Adds a smooth activation of alpha to the validation loss."),
          RECONSTRUCTION,
          SearchSettings.benchmark(),
          List.of(ACTIVATION, WEIGHT, RAMP),
          context -> new SaDarts(context, false));

  static final SupernetMethod PARTIAL =
      new SupernetMethod(
          new MethodDescription(
              "sac-darts", "SAC-DARTS", PAPER, 2025, "SA-DARTS on partial channels."),
          RECONSTRUCTION,
          PcDarts.settings(),
          List.of(ACTIVATION, WEIGHT, RAMP, PcDarts.DENOMINATOR),
          context -> new SaDarts(context, true));

  private final boolean partial;

  private SaDarts(PolicyContext context, boolean partial) {
    super(context, partial ? new EdgeNormalisation(context) : null);
    this.partial = partial;
  }

  @Override
  public SupernetSpec spec(int stage) {
    return partial
        ? context()
            .network(
                new PartialChannels.First(context().values().whole(PcDarts.DENOMINATOR)), false)
        : super.spec(stage);
  }

  @Override
  void amendAlphaGradient(Turn turn, double[] gradient) {
    double weight = context().values().real(WEIGHT);
    double lambda = context().values().whole(RAMP) == 1 ? weight * turn.progress() : weight;
    SmoothActivation phi = SmoothActivation.values()[context().values().whole(ACTIVATION)];
    for (int i = 0; i < ALPHAS; i++) {
      gradient[i] += lambda / Edge.COUNT * phi.derivative(alpha()[i]);
    }
  }
}
