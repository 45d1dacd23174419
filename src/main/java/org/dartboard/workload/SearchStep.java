package org.dartboard.workload;

import java.nio.FloatBuffer;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.data.Batch;
import org.dartboard.engine.FlatBuffers;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.Supernet;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.Want;
import org.dartboard.engine.WeightInitialization;
import org.dartboard.engine.secondorder.SharedSoftmax;
import org.dartboard.random.RandomStreams;
import org.dartboard.search.Adam;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;

/**
 * The steps of first-order DARTS (Liu et al., ICLR 2019) on a supernet: a weight step, which moves
 * w by the gradient of a training batch, and an alpha step, which moves alpha by that of a
 * validation batch.
 *
 * <p>Each computes only the gradient that it needs; both update the running statistics, as the
 * benchmark's code does.
 */
public final class SearchStep {
  private static final Set<Want> WEIGHT_STEP = EnumSet.of(Want.WEIGHT_GRADIENT, Want.STATE);
  private static final Set<Want> ALPHA_STEP = EnumSet.of(Want.OPERATION_GRADIENT, Want.STATE);
  private static final double ALPHA_SCALE = 1e-3;
  private static final Adam.Settings ADAM = new Adam.Settings(3e-4, 0.5, 0.999, 1e-8, 1e-3);

  private final Supernet supernet;
  private final SupernetInput input;
  private final SupernetOutput output;
  private final MomentumDescent descent;
  private final Adam adam;
  private final SharedSoftmax softmax;
  private final double[] alpha;
  private final double[] alphaGradient;

  /**
   * Starts a search: weights as a supernet starts from, alpha small and random.
   *
   * @param supernet with all operations on each edge; the caller closes it
   * @param batchSize the largest batch that steps will have
   */
  public SearchStep(Supernet supernet, int batchSize, RandomStreams streams) {
    this.supernet = supernet;
    SupernetLayout layout = supernet.layout();
    FloatBuffer weights = FlatBuffers.allocate(layout.weights().length());
    FloatBuffer state = FlatBuffers.allocate(layout.state().length());
    WeightInitialization.weights(layout, streams, weights);
    WeightInitialization.state(layout, state);
    input = new SupernetInput(supernet.spec(), weights, state);
    output = new SupernetOutput(supernet.spec(), layout, batchSize);
    descent = new MomentumDescent(layout.weights().length());
    softmax = new SharedSoftmax(supernet.spec());
    alpha = initialAlpha(streams);
    alphaGradient = new double[alpha.length];
    adam = new Adam(alpha.length, ADAM);
    softmax.apply(alpha, input);
  }

  /** The alpha that a search starts from, by [edge][operation]: small and random. */
  public static double[] initialAlpha(RandomStreams streams) {
    UniformRandomProvider random = streams.stream("alpha");
    double[] alpha = new double[Edge.COUNT * Operation.COUNT];
    for (int i = 0; i < alpha.length; i++) {
      alpha[i] = ALPHA_SCALE * random.nextDouble(-1, 1);
    }
    return alpha;
  }

  /** Moves w. Returns the loss before the step. */
  public double weightStep(Batch batch) {
    evaluate(batch, WEIGHT_STEP);
    descent.step(input.weights(), output.weightGradient());
    return output.loss();
  }

  /** Moves alpha. Returns the loss before the step. */
  public double alphaStep(Batch batch) {
    evaluate(batch, ALPHA_STEP);
    softmax.pullBack(alpha, output, alphaGradient);
    adam.step(alpha, alphaGradient);
    softmax.apply(alpha, input);
    return output.loss();
  }

  /** A copy of alpha, by [edge][operation]. */
  public double[] alpha() {
    return alpha.clone();
  }

  /** A copy of the gradient of the last {@link #alphaStep}, by [edge][operation]. */
  public double[] alphaGradient() {
    return alphaGradient.clone();
  }

  /** The gradient of the last {@link #weightStep}, laid out as w; the memory itself. */
  public FloatBuffer weightGradient() {
    return output.weightGradient();
  }

  /** w; the memory itself. */
  public FloatBuffer weights() {
    return input.weights();
  }

  private void evaluate(Batch batch, Set<Want> want) {
    supernet.evaluate(input, Knobs.TRAINING, batch, want, output);
    input.state().put(0, output.state(), 0, input.state().capacity());
  }
}
