package org.dartboard.benchmark.suite;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.dartboard.benchmark.PeakMemory;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** Adds the peak resident memory of the process that ran a benchmark to its results. */
public final class PeakMemoryProfiler implements InternalProfiler {
  /** The name of the secondary result. */
  public static final String NAME = "peak memory";

  @Override
  public String getDescription() {
    return "peak resident memory of the process, heap and native memory together";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    // The peak is the process's, from its start.
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    OptionalLong peak = PeakMemory.bytes();
    return peak.isEmpty()
        ? List.of()
        : List.of(new ScalarResult(NAME, peak.getAsLong(), "bytes", AggregationPolicy.MAX));
  }
}
