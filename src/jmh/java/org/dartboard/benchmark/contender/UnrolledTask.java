package org.dartboard.benchmark.contender;

import java.nio.FloatBuffer;
import org.dartboard.engine.FlatBuffers;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.Supernet;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.WeightInitialization;
import org.dartboard.engine.secondorder.BatchLoss;
import org.dartboard.engine.secondorder.GradientProbe;
import org.dartboard.engine.secondorder.Point;
import org.dartboard.engine.secondorder.SharedSoftmax;
import org.dartboard.engine.secondorder.UnrolledGradient;
import org.dartboard.engine.secondorder.WeightStep;
import org.dartboard.workload.SearchStep;

/** The unrolled gradient of DARTS at the weights that a search starts from. */
final class UnrolledTask implements EngineTask {
  private static final WeightStep STEP = new WeightStep(Workload.UNROLLED_RATE, 0.9, 5e-4);

  private final Point point;
  private final BatchLoss training;
  private final BatchLoss validation;
  private final UnrolledGradient unrolled;
  private final FloatBuffer momentumBuffer;
  private final double[] gradient;

  UnrolledTask(Supernet supernet, Workload workload) {
    SupernetLayout layout = supernet.layout();
    FloatBuffer weights = FlatBuffers.allocate(layout.weights().length());
    FloatBuffer state = FlatBuffers.allocate(layout.state().length());
    WeightInitialization.weights(layout, workload.streams(), weights);
    WeightInitialization.state(layout, state);
    double[] alpha = SearchStep.initialAlpha(workload.streams());
    point = new Point(new SupernetInput(supernet.spec(), weights, state), alpha);
    training = new BatchLoss(workload.training(), Knobs.TRAINING);
    validation = new BatchLoss(workload.validation(), Knobs.TRAINING);
    SharedSoftmax softmax = new SharedSoftmax(supernet.spec());
    unrolled = new UnrolledGradient(new GradientProbe(supernet, softmax, workload.batchSize()));
    momentumBuffer = FlatBuffers.allocate(layout.weights().length());
    gradient = new double[alpha.length];
  }

  @Override
  public double run() {
    return unrolled.gradient(point, training, validation, momentumBuffer, STEP, gradient);
  }

  @Override
  public FloatBuffer weightGradient() {
    return FlatBuffers.allocate(0);
  }

  @Override
  public double[] operationGradient() {
    return gradient.clone();
  }
}
