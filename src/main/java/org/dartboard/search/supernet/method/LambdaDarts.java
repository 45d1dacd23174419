package org.dartboard.search.supernet.method;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dartboard.checkpoint.SavedState;
import org.dartboard.data.Batch;
import org.dartboard.diagnose.LayerAlignment;
import org.dartboard.engine.FlatVectors;
import org.dartboard.engine.Want;
import org.dartboard.search.HyperParameter;
import org.dartboard.search.MethodDescription;
import org.dartboard.search.supernet.PolicyContext;
import org.dartboard.search.supernet.SearchNetwork;
import org.dartboard.search.supernet.SearchSettings;
import org.dartboard.search.supernet.Setting;
import org.dartboard.search.supernet.SupernetMethod;
import org.dartboard.search.supernet.Turn;

/**
 * Lambda-DARTS (Movahedi et al., ICLR 2023): the weights minimise L_train - lambda_t Lambda, so
 * that the cells' gradients of p agree; see {@link LayerAlignment}. alpha is moved as in DARTS.
 *
 * <p>The gradient of Lambda by w is a finite difference. With v_l = dLambda/dg_l and eps = eps0 /
 * |v| over all cells, G+ and G- are dL_train/dw with p of cell l moved by plus and minus eps v_l,
 * and lambda_t (G- - G+) / (2 eps) is added to the gradient before it is clipped. lambda_t rises
 * linearly from 0 in the first epoch to lambda in the last.
 *
 * <p>Settings are those of the authors' script for NAS-Bench-201: 100 epochs, plain momentum,
 * weight decay 3e-4, Adam with 1e-4, lambda 0.25, eps0 1e-4.
 */
final class LambdaDarts extends AlphaPolicy {
  private static final HyperParameter WEIGHT =
      HyperParameter.real("lambda", 0.25, 0, 1e6, "weight of the alignment in the last epoch");
  private static final HyperParameter DISPLACEMENT =
      HyperParameter.real("displacement", 1e-4, 1e-8, 1, "eps0 of the finite difference");
  private static final HyperParameter SIGN =
      HyperParameter.whole("signForm", 0, 0, 1, "1: divide by absolute values, 0: by norms");

  static final SupernetMethod METHOD =
      new SupernetMethod(
              new MethodDescription(
                  "lambda-darts",
                  "Lambda-DARTS",
                  "Movahedi, Adabinejad, Imani, Keshavarz, Dehghani, Shakery, Araabi: Lambda-DARTS:"
                      + " Mitigating Performance Collapse by Harmonizing Operation Selection among Cells",
                  2023,
                  "Trains the weights so that the cells' gradients of p agree."),
              "",
              SearchSettings.benchmark()
                  .with(Setting.EPOCHS, 100)
                  .with(Setting.NESTEROV, 0)
                  .with(Setting.WEIGHT_DECAY, 3e-4)
                  .with(Setting.ARCHITECTURE_LEARNING_RATE, 1e-4),
              List.of(WEIGHT, DISPLACEMENT, SIGN),
              LambdaDarts::new)
          .withFiniteDifferences();

  private static final Set<Want> WEIGHTS = EnumSet.of(Want.WEIGHT_GRADIENT);

  private final boolean sign;
  private double sum;
  private int steps;

  private LambdaDarts(PolicyContext context) {
    super(context);
    sign = context.values().whole(SIGN) == 1;
  }

  @Override
  public Set<Want> wantedOfWeightStep() {
    return EnumSet.of(Want.WEIGHT_GRADIENT, Want.OPERATION_GRADIENT, Want.STATE);
  }

  @Override
  public void amendWeightGradient(Turn turn, SearchNetwork network, Batch training) {
    double[][] gradients =
        LayerAlignment.byCell(network.output().operationGradient(), network.spec().cells());
    double alignment = sign ? LayerAlignment.signed(gradients) : LayerAlignment.cosine(gradients);
    sum = (turn.step() == 0 ? 0 : sum) + alignment;
    steps = turn.step() + 1;
    double lambda = context().values().real(WEIGHT) * turn.progress();
    double[][] direction =
        sign
            ? LayerAlignment.signedDerivative(gradients)
            : LayerAlignment.cosineDerivative(gradients);
    double norm = norm(direction);
    if (lambda == 0 || norm == 0) {
      return;
    }
    double epsilon = context().values().real(DISPLACEMENT) / norm;
    double[] p = network.input().operationWeights();
    double[] kept = p.clone();
    for (int side = -1; side <= 1; side += 2) {
      for (int i = 0; i < p.length; i++) {
        p[i] = kept[i] + side * epsilon * direction[i / ALPHAS][i % ALPHAS];
      }
      network.evaluate(knobs(turn), training, WEIGHTS, network.spare());
      FlatVectors.axpy(
          -side * lambda / (2 * epsilon),
          network.spare().weightGradient(),
          network.weightGradient());
    }
    System.arraycopy(kept, 0, p, 0, p.length);
  }

  private static double norm(double[][] vectors) {
    double square = 0;
    for (double[] vector : vectors) {
      for (double value : vector) {
        square += value * value;
      }
    }
    return Math.sqrt(square);
  }

  /** Lambda, the mean over the epoch's training batches. */
  @Override
  public Map<String, Double> measurements() {
    Map<String, Double> measurements = new LinkedHashMap<>();
    measurements.put("training_alignment", sum / steps);
    return measurements;
  }

  @Override
  public void save(SavedState state) {
    super.save(state);
    state.put("alignment", sum, steps);
  }

  @Override
  public void restore(SavedState state) {
    super.restore(state);
    sum = state.get("alignment", 2)[0];
    steps = (int) state.get("alignment", 2)[1];
  }
}
