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
 * The unrolled gradient of DARTS's second order, 16 channels, 3 cells a stage, 64 images of 32x32:
 * four evaluations, two of which compute weight gradients. In fp32, since bf16 hides differences.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 1)
@Measurement(iterations = 4)
public class SecondOrderStepBenchmark {
  /** Who does it. */
  @Param({"onednn", "nd4j", "libtorch", "libtorch-channels-last"})
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

  /** The gradient with respect to alpha. */
  @Benchmark
  public double unrolledGradient() {
    return contender.run();
  }

  private static Workload workload() {
    return Workload.of(Work.UNROLLED_GRADIENT, 16, 3, 64, 32);
  }
}
