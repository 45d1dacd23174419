package org.dartboard.benchmark.contender;

import java.nio.FloatBuffer;
import org.dartboard.data.Batch;
import org.dartboard.engine.Supernet;
import org.dartboard.workload.SearchStep;

/**
 * Search steps, alpha before the weights, so that both gradients are taken at weights that all
 * contenders share. After a step on the weights of a fresh network, rounding the images by 2^-22
 * alone moves alpha's gradient by more than a tenth, so that nothing could be compared.
 */
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
    step.alphaStep(validation);
    return step.weightStep(training);
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
