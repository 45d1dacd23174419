package org.dartboard.benchmark.suite;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.dartboard.benchmark.contender.Work;
import org.dartboard.benchmark.contender.Workload;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A training step of one architecture with affine batch norm, 16 channels, 5 cells a stage, 64
 * images of 32x32.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class DiscreteStepBenchmark {
  /** Who does it. */
  @Param({"onednn", "onednn-bf16", "nd4j", "libtorch", "libtorch-channels-last", "libtorch-bf16"})
  private String engine = "";

  private @Nullable ContenderState contender;

  /** Makes the contender and checks its result. */
  @Setup
  public void prepare() throws IOException, InterruptedException {
    contender = new ContenderState(engine, workload());
  }

  /** Frees it. */
  @TearDown
  public void close() {
    contender.close();
  }

  /** One weight step. */
  @Benchmark
  public double trainingStep() {
    return contender.run();
  }

  private static Workload workload() {
    return Workload.of(Work.TRAINING_STEP, 16, 5, 64, 32);
  }
}
