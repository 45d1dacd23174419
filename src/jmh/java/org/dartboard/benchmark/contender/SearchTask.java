package org.dartboard.benchmark.contender;

import java.nio.FloatBuffer;
import org.dartboard.data.Batch;
import org.dartboard.engine.Supernet;
import org.dartboard.workload.SearchStep;

/** Search steps. */
final class SearchTask implements EngineTask {
  private final Batch training;
  private final Batch validation;
  private final SearchStep step;

  SearchTask(Supernet supernet, Workload workload) {
    training = workload.training();
    validation = workload.validation();
    step = new SearchStep(supernet, workload.batchSize(), workload.streams());
  }

  @Override
  public double run() {
    double loss = step.weightStep(training);
    step.alphaStep(validation);
    return loss;
  }

  @Override
  public FloatBuffer weightGradient() {
    return step.weightGradient();
  }

  @Override
  public double[] operationGradient() {
    return step.alphaGradient();
  }
}
