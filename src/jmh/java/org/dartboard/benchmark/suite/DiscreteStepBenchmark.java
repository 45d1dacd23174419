package org.dartboard.benchmark.suite;

import java.util.concurrent.TimeUnit;
import org.dartboard.benchmark.contender.Work;
import org.dartboard.benchmark.contender.Workload;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A training step of one architecture with affine batch norm, 16 channels, 5 cells a stage, 64
 * images of 32x32.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class DiscreteStepBenchmark extends ContenderBenchmark {
  /** Who does it. */
  @Param({"onednn", "onednn-bf16", "nd4j", "libtorch", "libtorch-channels-last", "libtorch-bf16"})
  private String engine = "";

  /** One weight step. */
  @Benchmark
  public double trainingStep() {
    return work();
  }

  @Override
  protected String engine() {
    return engine;
  }

  @Override
  protected Workload workload() {
    return Workload.of(Work.TRAINING_STEP, 16, 5, 64, 32);
  }
}
