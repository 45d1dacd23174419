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
 * The unrolled gradient of DARTS's second order, 16 channels, 3 cells a stage, 64 images of 32x32:
 * four evaluations, two of which compute weight gradients. In fp32, since bf16 hides differences.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 1)
@Measurement(iterations = 4)
public class SecondOrderStepBenchmark extends ContenderBenchmark {
  /** Who does it. */
  @Param({"onednn", "nd4j", "libtorch", "libtorch-channels-last"})
  private String engine = "";

  /** The gradient with respect to alpha. */
  @Benchmark
  public double unrolledGradient() {
    return work();
  }

  @Override
  protected String engine() {
    return engine;
  }

  @Override
  protected Workload workload() {
    return Workload.of(Work.UNROLLED_GRADIENT, 16, 3, 64, 32);
  }
}
