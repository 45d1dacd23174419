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
 * How the cost of a search step grows with the network: 64 images of 32x32, width and cells a stage
 * in turn. It should grow as the arithmetic does.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class ThroughputBenchmark {
  /** Who does it. */
  @Param({
    "onednn",
  })
  private String engine = "";

  /** Channels of the first stage and cells a stage. */
  @Param({"8x1", "16x1", "32x1", "64x1", "16x2", "16x4", "16x8"})
  private String size = "";

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

  /** One weight step and one alpha step. */
  @Benchmark
  public double searchStep() {
    return contender.run();
  }

  private Workload workload() {
    String[] parts = size.split("x", -1);
    return Workload.of(
        Work.SEARCH_STEP, Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), 64, 32);
  }
}
