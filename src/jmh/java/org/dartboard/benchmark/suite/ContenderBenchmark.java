package org.dartboard.benchmark.suite;

import java.io.IOException;
import org.dartboard.benchmark.contender.Workload;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A benchmark of one workload by one contender, which is checked before it is timed. */
@State(Scope.Benchmark)
public abstract class ContenderBenchmark {
  private @Nullable ContenderState contender;

  /** Who does it, by its name among the contenders. */
  protected abstract String engine();

  /** What is done. */
  protected abstract Workload workload();

  /** Makes the contender and checks its result. */
  @Setup
  public void prepare() throws IOException, InterruptedException {
    contender = new ContenderState(engine(), workload());
  }

  /** Frees it. */
  @TearDown
  public void close() {
    contender.close();
  }

  /** Does the work once; what it returns keeps it from being optimised away. */
  protected final double work() {
    return contender.run();
  }
}
