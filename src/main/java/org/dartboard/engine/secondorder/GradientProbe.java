package org.dartboard.engine.secondorder;

import java.nio.FloatBuffer;
import java.util.EnumSet;
import java.util.Set;
import org.dartboard.engine.EngineException;
import org.dartboard.engine.FlatBuffers;
import org.dartboard.engine.FlatVectors;
import org.dartboard.engine.Precision;
import org.dartboard.engine.Supernet;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.engine.Want;

/**
 * Gradients of a supernet's loss at a point and beside it.
 *
 * <p>What is beside the point is computed in buffers that the probe owns: two as long as w and two
 * as long as the running statistics, made once. So the caller's w keeps its bits whatever happens,
 * where adding a step and taking it off again would drift. One thread at a time may use a probe.
 */
public final class GradientProbe {
  private static final Set<Want> WEIGHTS = Set.of(Want.WEIGHT_GRADIENT);

  private final Supernet supernet;
  private final ArchitectureMap map;
  private final Set<Want> architecture;
  private final Set<Want> both;
  private final SupernetInput input;
  private final SupernetOutput output;
  private final double[] alpha;

  /**
   * @param supernet stays the caller's to close
   * @param maximumBatch the most images that a batch will have
   * @throws EngineException if the supernet's precision is below fp32, in whose spacing the
   *     perturbations of finite differences would vanish
   */
  public GradientProbe(Supernet supernet, ArchitectureMap map, int maximumBatch) {
    Precision precision = supernet.description().precision();
    if (precision != Precision.FP32) {
      throw new EngineException(
          "second derivatives need a supernet of precision fp32, but this one has "
              + precision.label()
              + ", whose spacing hides finite differences; make one with fp32 for them");
    }
    this.supernet = supernet;
    this.map = map;
    this.architecture = Set.copyOf(map.gradients());
    EnumSet<Want> all = EnumSet.copyOf(architecture);
    all.addAll(WEIGHTS);
    this.both = Set.copyOf(all);
    this.alpha = new double[map.parameters()];
    SupernetSpec spec = supernet.spec();
    this.input =
        new SupernetInput(
            spec, newVector(), FlatBuffers.allocate(supernet.layout().state().length()));
    this.output = new SupernetOutput(spec, supernet.layout(), maximumBatch);
  }

  /**
   * dL/dalpha.
   *
   * @param into is set to it
   * @return the loss
   */
  public double architectureGradient(Point point, BatchLoss loss, double[] into) {
    moveTo(point);
    return architectureGradient(loss, into);
  }

  /**
   * dL/dw.
   *
   * @param into is set to it
   * @return the loss
   */
  public double weightGradient(Point point, BatchLoss loss, FloatBuffer into) {
    moveTo(point);
    FlatVectors.copy(weightGradient(loss), into);
    return output.loss();
  }

  /** A new buffer of zeros that is as long as w. */
  FloatBuffer newVector() {
    return FlatBuffers.allocate(supernet.layout().weights().length());
  }

  /** How many numbers alpha has. */
  int parameters() {
    return alpha.length;
  }

  /** Next, evaluate at the point itself. */
  void moveTo(Point point) {
    shiftWeights(point, 0, point.input().weights());
  }

  /** Next, evaluate at w + step direction. */
  void shiftWeights(Point point, double step, FloatBuffer direction) {
    requireParameters(point.alpha());
    System.arraycopy(point.alpha(), 0, alpha, 0, alpha.length);
    FlatVectors.sum(point.input().weights(), step, direction, input.weights());
    takeOver(point.input());
  }

  /** Next, evaluate at alpha + step direction. */
  void shiftArchitecture(Point point, double step, double[] direction) {
    requireParameters(point.alpha());
    requireParameters(direction);
    for (int i = 0; i < alpha.length; i++) {
      alpha[i] = point.alpha()[i] + step * direction[i];
    }
    FlatVectors.copy(point.input().weights(), input.weights());
    takeOver(point.input());
  }

  /** Changes w, in place, at which the next evaluation happens. */
  FloatBuffer weights() {
    return input.weights();
  }

  /** dL/dw where the probe is: the probe's own buffer, valid until the next evaluation. */
  FloatBuffer weightGradient(BatchLoss loss) {
    evaluate(loss, WEIGHTS);
    return output.weightGradient();
  }

  /** dL/dalpha where the probe is; gives the loss. */
  double architectureGradient(BatchLoss loss, double[] into) {
    evaluate(loss, architecture);
    map.pullBack(alpha, output, into);
    return output.loss();
  }

  /** Both gradients where the probe is; dL/dw lies in the probe's own buffer. */
  FloatBuffer gradients(BatchLoss loss, double[] architectureInto) {
    evaluate(loss, both);
    map.pullBack(alpha, output, architectureInto);
    return output.weightGradient();
  }

  /** The loss of the last evaluation. */
  double loss() {
    return output.loss();
  }

  private void evaluate(BatchLoss loss, Set<Want> want) {
    supernet.evaluate(input, loss.knobs(), loss.batch(), want, output);
  }

  private void takeOver(SupernetInput from) {
    if (from.modes().length != input.modes().length) {
      throw new IllegalArgumentException("the point belongs to a supernet with other cells");
    }
    copy(from.operationWeights(), input.operationWeights());
    copy(from.edgeWeights(), input.edgeWeights());
    System.arraycopy(from.modes(), 0, input.modes(), 0, input.modes().length);
    map.apply(alpha, input);
  }

  private static void copy(double[] from, double[] to) {
    System.arraycopy(from, 0, to, 0, to.length);
  }

  private void requireParameters(double[] given) {
    if (given.length != alpha.length) {
      throw new IllegalArgumentException(
          "alpha has " + given.length + " numbers, but its map has " + alpha.length);
    }
  }
}
