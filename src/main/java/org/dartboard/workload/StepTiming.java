package org.dartboard.workload;

import java.util.Arrays;
import org.dartboard.data.Batch;
import org.dartboard.engine.EngineDescription;
import org.dartboard.engine.Supernet;
import org.dartboard.engine.SupernetFactory;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.random.RandomStreams;

/**
 * How long search steps took on an engine.
 *
 * @param engine what computed them
 * @param seconds of each step (one weight step and one alpha step), in order; never compared
 */
@SuppressWarnings("ArrayRecordComponent")
public record StepTiming(EngineDescription engine, double[] seconds) {
  private static final RandomStreams STREAMS = new RandomStreams("step timing", 0);

  /**
   * Runs search steps on random images.
   *
   * @param warmUp steps before those that count, 0 or more
   * @param steps steps that count, at least 1
   * @throws org.dartboard.engine.EngineException if the engine cannot make the supernet
   */
  public static StepTiming measure(
      SupernetFactory factory, SupernetSpec spec, int batchSize, int warmUp, int steps) {
    Batch training =
        RandomImages.batch(STREAMS, "training", batchSize, spec.imageSize(), spec.classes());
    Batch validation =
        RandomImages.batch(STREAMS, "validation", batchSize, spec.imageSize(), spec.classes());
    try (Supernet supernet = factory.create(spec, batchSize)) {
      SearchStep step = new SearchStep(supernet, batchSize, STREAMS);
      double[] seconds = new double[steps];
      for (int i = -warmUp; i < steps; i++) {
        long start = System.nanoTime();
        step.weightStep(training);
        step.alphaStep(validation);
        if (i >= 0) {
          seconds[i] = (System.nanoTime() - start) * 1e-9;
        }
      }
      return new StepTiming(supernet.description(), seconds);
    }
  }

  /** The median of the steps' seconds. */
  public double median() {
    double[] sorted = seconds.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
