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
 * The six mixed operations of one cell, 16 channels of 32x32, 64 images: loss and all gradients of
 * the smallest network that has such a cell.
 *
 * <p>An engine evaluates networks, so a network it is: stem, the cell, two residual blocks and the
 * head. The cells of the other stages hand their input on. With no mixed cell the same network
 * shows what surrounds the cell.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 10)
@Measurement(iterations = 20)
public class MixedOperationBenchmark extends ContenderBenchmark {
  /** Who does it. */
  @Param({"onednn", "onednn-bf16", "nd4j", "libtorch", "libtorch-channels-last", "libtorch-bf16"})
  private String engine = "";

  /** How many cells have mixed operations: the first, or none. */
  @Param({"1", "0"})
  private int mixedCells;

  /** Loss and gradients with respect to weights and operation weights. */
  @Benchmark
  public double gradients() {
    return work();
  }

  @Override
  protected String engine() {
    return engine;
  }

  @Override
  protected Workload workload() {
    return new Workload(Work.GRADIENTS, 16, 1, mixedCells, 64, 32, Share.ALL);
  }
}
