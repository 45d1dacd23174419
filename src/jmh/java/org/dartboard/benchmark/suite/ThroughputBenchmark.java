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
 * How the cost of a search step grows with the network: 64 images of 32x32, width and cells a stage
 * in turn. It should grow as the arithmetic does.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class ThroughputBenchmark extends ContenderBenchmark {
  /** Who does it. */
  @Param({
    "onednn",
  })
  private String engine = "";

  /** Channels of the first stage and cells a stage. */
  @Param({"8x1", "16x1", "32x1", "64x1", "16x2", "16x4", "16x5", "16x8"})
  private String size = "";

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
    String[] parts = size.split("x", -1);
    return Workload.of(
        Work.SEARCH_STEP, Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), 64, 32);
  }
}
