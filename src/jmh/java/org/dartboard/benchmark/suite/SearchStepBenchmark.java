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
 * A search step as the benchmark's searches run it: 16 channels, 5 cells a stage, 64 images of
 * 32x32; one weight step and one alpha step.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class SearchStepBenchmark extends ContenderBenchmark {
  /** Who does it. */
  @Param({"onednn", "onednn-bf16", "nd4j", "libtorch", "libtorch-channels-last", "libtorch-bf16"})
  private String engine = "";

  /** One weight step and one alpha step. */
  @Benchmark
  public double searchStep() {
    return work();
  }

  @Override
  protected String engine() {
    return engine;
  }

  @Override
  protected Workload workload() {
    return Workload.of(Work.SEARCH_STEP, 16, 5, 64, 32);
  }
}
