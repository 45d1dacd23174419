package org.dartboard.benchmark.suite;

import java.util.concurrent.TimeUnit;
import org.dartboard.benchmark.contender.Share;
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
 * What partial channels save: a search step, 16 channels, 5 cells a stage, 64 images of 32x32,
 * where all, a half or a quarter of an edge's channels go through its operations.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 1)
@Measurement(iterations = 4)
public class PartialChannelBenchmark extends ContenderBenchmark {
  /** Who does it. */
  @Param({"onednn", "onednn-bf16", "nd4j", "libtorch", "libtorch-channels-last", "libtorch-bf16"})
  private String engine = "";

  /** The share, and how the channels are chosen. */
  @Param({"1/1", "1/2", "1/4", "1/4-attention"})
  private String share = "";

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
    return new Workload(Work.SEARCH_STEP, 16, 5, 15, 64, 32, Share.of(share));
  }
}
